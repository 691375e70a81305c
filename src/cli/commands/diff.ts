import { existsSync } from 'node:fs';
import type { Delta, RowChange, SectionDelta } from '../../delta/types.ts';
import { reasonText } from '../../i18n/language.ts';
import { describe } from '../../model/catalogue.ts';
import { safeText } from '../../model/safe-text.ts';
import type { Command, Context } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { openFleet } from '../fleet.ts';
import { printJson } from '../output.ts';
import { valueText } from '../section-text.ts';
import { readInventory } from './import.ts';

export const command: Command = {
  positionals: '<before> <after>',
  options: [],
  examples: [
    'parcours diff pc-b104@last~1 pc-b104@last',
    'parcours diff pc-b104 pc-b105 --json',
    'parcours diff before.ocs after.ocs',
  ],
  async run(context) {
    const { args, messages, print } = context;
    const delta = await deltaOf(context, args.text('before') ?? '', args.text('after') ?? '');
    const same = delta.sections.length === 0;
    if (!printJson(context, delta)) {
      for (const line of linesOf(context, delta)) print(line);
      if (same) print(messages.cli.sameEverywhere);
    }
    return same ? exitCodes.done : exitCodes.found;
  },
};

/** Each side is a machine of the store, or a file; a file is first taken into a store in memory. */
async function deltaOf(context: Context, before: string, after: string): Promise<Delta> {
  if (!isFile(before) && !isFile(after)) {
    const fleet = await openFleet(context.places.store, context);
    return fleet.compare(await fleet.locate(before), await fleet.locate(after));
  }
  const { compareViews } = await import('../../fleet/compare.ts');
  return compareViews(await viewOf(context, before), await viewOf(context, after));
}

async function viewOf(context: Context, reference: string) {
  if (!isFile(reference)) {
    const fleet = await openFleet(context.places.store, context);
    return fleet.view(await fleet.locate(reference));
  }
  const [{ memoryStore }, { ingest }, { createFleet }] = await Promise.all([
    import('../../store/memory.ts'),
    import('../../fleet/ingest.ts'),
    import('../../fleet/query.ts'),
  ]);
  const store = memoryStore();
  const { id, seq } = await ingest(store, await readInventory(reference), new Date(context.now()).toISOString());
  return createFleet(store, context.now).view({ id, seq });
}

/** An argument with a slash, or that names a file, is a file. */
function isFile(reference: string): boolean {
  return reference.includes('/') || existsSync(reference);
}

function linesOf(context: Context, { sections, hidden, notCompared }: Delta): string[] {
  const { messages, language } = context;
  const folded = hidden.volatile + hidden.noise > 0 ? [messages.cli.hiddenLine(hidden.volatile, hidden.noise)] : [];
  const gaps = notCompared.map(({ section, reason }) =>
    messages.cli.notComparedLine(describe(section).label[language], safeText(reasonText(messages, reason))),
  );
  return [...sections.flatMap((section) => sectionLines(context, section)), ...folded, ...gaps];
}

const signs = { added: '+', removed: '-', changed: '~', moved: '>' } as const;

function sectionLines(context: Context, section: SectionDelta): string[] {
  const { label } = describe(section.name);
  return [label[context.language], ...section.changes.flatMap((change) => changeLines(context, section, change))];
}

function changeLines({ language }: Context, { name }: SectionDelta, change: RowChange): string[] {
  const { fields } = describe(name);
  const details = change.fields.map(({ field, before, after }) => {
    const label = fields[field]?.label[language] ?? field;
    return `      ${label}: ${valueText(language, fields[field], before)} → ${valueText(language, fields[field], after)}`;
  });
  return [`  ${signs[change.kind]} ${safeText(change.key)}`, ...details];
}
