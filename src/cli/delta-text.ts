import type { Delta, RowChange, SectionDelta } from '../delta/types.ts';
import { reasonText } from '../i18n/language.ts';
import { describe } from '../model/catalogue.ts';
import { safeText } from '../model/safe-text.ts';
import type { Context } from './command.ts';
import { valueText } from './section-text.ts';

/** A comparison as plain text: sections, rows with their sign, fields before and after, and what was left out. */
export function deltaLines(context: Context, { sections, hidden, notCompared }: Delta): string[] {
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
