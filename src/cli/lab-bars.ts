import { formatDuration, formatNumber } from '../i18n/format.ts';
import type { Context } from './command.ts';

/** Two bars a fleet, by hand above by agent, all to one scale, so that a glance tells more than the table. */
export function barLines(
  { language, messages }: Pick<Context, 'language' | 'messages'>,
  fleets: readonly { readonly machines: number; readonly manualHours: number; readonly autoHours: number }[],
): string[] {
  const longest = Math.max(...fleets.flatMap(({ manualHours, autoHours }) => [manualHours, autoHours]));
  const { byHand, byAgent } = messages.lab.project;
  const names = Math.max(byHand.length, byAgent.length);
  const count = (machines: number) => formatNumber(language, machines);
  const counts = Math.max(...fleets.map(({ machines }) => count(machines).length));
  const bar = (label: string, name: string, hours: number, sign: string) => {
    const cells = longest > 0 ? Math.round((hours / longest) * BAR_CELLS) : 0;
    const said = formatDuration(language, hours * 60);
    return `${label.padStart(counts)}  ${name.padEnd(names)}  ${sign.repeat(cells)}${cells > 0 ? ' ' : ''}${said}`;
  };
  return fleets.flatMap(({ machines, manualHours, autoHours }) => [
    bar(count(machines), byHand, manualHours, '█'),
    bar('', byAgent, autoHours, '░'),
  ]);
}

/** What 80 columns leave beside the words. */
const BAR_CELLS = 40;
