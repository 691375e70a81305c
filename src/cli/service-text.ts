import type { LastRun } from '../agent/last-run.ts';
import type { Installation } from '../agent/service/installation.ts';
import type { ServiceStatus } from '../agent/service/status.ts';
import { formatAge, formatTime } from '../i18n/format.ts';
import { safeText } from '../model/safe-text.ts';
import type { Context } from './command.ts';

/** What `service status --json` answers. */
export function statusAnswer({ installation, ...known }: ServiceStatus) {
  const { scheduler, schedule, command, installedAt, stateFolder } = installation ?? {};
  return {
    installed: installation !== undefined,
    scheduler,
    everyMinutes: schedule?.every,
    command,
    installedAt,
    stateFolder,
    ...known,
  };
}

/** The same for a person: installed, last run, next run. */
export function statusLines(context: Context, known: ServiceStatus): readonly string[] {
  const { titles } = context.messages.service;
  return [
    [titles.service, serviceText(context, known)],
    ...(known.installation ? [[titles.runs, safeText(known.installation.command.join(' '))]] : []),
    ...known.missing.map((path) => [titles.missing, safeText(path)]),
    [titles.lastRun, lastRunText(context, known)],
    ...(known.lastRun?.servers ?? []).map(({ address, result }) => [
      titles.server,
      answerText(context, address, result),
    ]),
    [titles.nextRun, nextRunText(context, known)],
  ].map(([title = '', text = '']) => `${title.padEnd(12)} ${text}`);
}

function serviceText({ messages: { service } }: Context, { installation, enabled }: ServiceStatus): string {
  if (!installation) return service.notInstalled;
  const state = enabled ? service.on : service.off;
  return `${scheduleText(installation)}, ${enabled === undefined ? service.unknown : state}`;
}

function scheduleText({ scheduler, schedule: { every } }: Installation): string {
  return `${scheduler}, ${every < 60 ? `${every} min` : `${every / 60} h`}`;
}

function lastRunText({ language, messages: { service }, now }: Context, known: ServiceStatus): string {
  const { lastRun, lastRunHidden, installation } = known;
  if (lastRunHidden)
    return installation?.scheduler === 'task' ? service.lastRunForAdministrators : service.lastRunHidden;
  if (!lastRun) return service.never;
  const at = `${formatTime(language, lastRun.startedAt)} (${formatAge(language, lastRun.startedAt, now())})`;
  return `${at}: ${endText(service, lastRun)}`;
}

function endText(service: Context['messages']['service'], { exitCode, message, milliseconds = 0 }: LastRun): string {
  if (exitCode === undefined) return service.notEnded;
  const seconds = (milliseconds / 1000).toFixed(1);
  return exitCode === 0 ? service.went(seconds) : service.failed(exitCode, safeText(message ?? ''));
}

function answerText({ messages: { cli, service } }: Context, address: string, result: string): string {
  const answers: Readonly<Record<string, string>> = { ...cli.deliveries, failed: service.noAnswer };
  return `${safeText(address)}: ${answers[result] ?? safeText(result)}`;
}

function nextRunText({ language, messages: { service } }: Context, known: ServiceStatus): string {
  const { installation, nextRunAt, nextRunFrom, enabled } = known;
  const willRun = installation && enabled !== false;
  if (nextRunAt === undefined) return willRun ? service.unknown : service.noNextRun;
  const at = formatTime(language, nextRunAt);
  return nextRunFrom === 'scheduler' ? at : service.expected(at);
}
