import { findingsOf } from '../../fleet/findings.ts';
import type { MachineView, SectionView } from '../../fleet/fleet.ts';
import { formatTime } from '../../i18n/format.ts';
import { findingText, reasonText } from '../../i18n/language.ts';
import { describe } from '../../model/catalogue.ts';
import { safeText } from '../../model/safe-text.ts';
import type { Command, Context } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { openFleet } from '../fleet.ts';
import { printJson } from '../output.ts';
import { sectionOf } from '../section-names.ts';
import { rowLines } from '../section-text.ts';
import { accountLines } from './account.ts';

export const command: Command = {
  positionals: '<machine>',
  options: ['section'],
  examples: ['parcours show pc-b104', 'parcours show pc-b104@7d --section memories', 'parcours show pc-b104 --json'],
  async run(context) {
    const { args, places, print } = context;
    const section = sectionOf(args, 'section');
    const fleet = await openFleet(places.store, context);
    const place = await fleet.locate(args.text('machine') ?? '');
    const view = await fleet.view(place, section === undefined ? undefined : [section]);
    if (!printJson(context, answerOf(view))) for (const line of linesOf(context, view)) print(line);
    return exitCodes.done;
  },
};

function answerOf({ machine, snapshot, account, sections, extras }: MachineView) {
  const { seq, digest, at, receivedAt, agent } = snapshot;
  const findings = findingsOf(sections);
  return { machine, account, snapshot: { seq, digest, at, receivedAt, agent }, findings, sections, extras };
}

function linesOf(context: Context, view: MachineView): string[] {
  const { language, messages } = context;
  const title = `${safeText(view.machine.name)}  ${safeText(view.machine.id)}`;
  const when = messages.cli.snapshotLine(view.snapshot.seq, formatTime(language, view.snapshot.at));
  return [
    title,
    when,
    ...accountLines(view.account),
    ...findingLines(context, view),
    ...view.sections.flatMap((section) => ['', ...sectionLines(context, section)]),
  ];
}

/** What is wrong, before all that is known. */
function findingLines({ messages }: Context, { sections }: MachineView): string[] {
  const lines = findingsOf(sections).map((finding) => {
    return `  ${finding.level === 'wrong' ? '!' : '·'} ${safeText(findingText(messages, finding))}`;
  });
  return lines.length === 0 ? [] : ['', messages.tui.toCorrect, ...lines];
}

function sectionLines(context: Context, section: SectionView): string[] {
  const descriptor = describe(section.name);
  const head = [descriptor.label[context.language], stateText(context, section)]
    .filter((part) => part !== '')
    .join(': ');
  return [
    head,
    ...section.rows.flatMap((row) => rowLines(context.language, descriptor, row)).map((line) => `  ${line}`),
  ];
}

function stateText({ language, messages }: Context, { completeness, reason, collectedAt }: SectionView): string {
  if (completeness === 'complete') return '';
  const state = completeness === 'partial' ? messages.cli.partly : messages.cli.notCollected;
  const why = reason === undefined ? [] : [safeText(reasonText(messages, reason))];
  const since = collectedAt === undefined ? [] : [messages.cli.collectedOn(formatTime(language, collectedAt))];
  return [state, ...why, ...since].join(', ');
}
