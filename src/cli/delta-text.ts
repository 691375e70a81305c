import type { Delta, RowChange, SectionDelta } from '../delta/types.ts';
import { type Language, reasonText } from '../i18n/language.ts';
import { describe } from '../model/catalogue.ts';
import type { SectionDescriptor } from '../model/descriptor.ts';
import { safeText } from '../model/safe-text.ts';
import { ABSENT, signs } from './change-text.ts';
import type { Context } from './command.ts';
import { rowLines, valueText } from './section-text.ts';

/** A comparison as plain text: sections, rows with their sign, fields before and after, and what was left out. */
export function deltaLines(context: Context, { sections, hidden, notCompared }: Delta): string[] {
  const { messages, language } = context;
  const folded = hidden.volatile + hidden.noise > 0 ? [messages.cli.hiddenLine(hidden.volatile, hidden.noise)] : [];
  const gaps = notCompared.map(({ section, reason }) =>
    messages.cli.notComparedLine(describe(section).label[language], safeText(reasonText(messages, reason))),
  );
  return [...sections.flatMap((section) => sectionLines(context, section)), ...folded, ...gaps];
}

function sectionLines({ language }: Context, { name, changes }: SectionDelta): string[] {
  const descriptor = describe(name);
  return [descriptor.label[language], ...changes.flatMap((change) => changeLines(language, descriptor, change))];
}

/** A section that exists once needs no row between its name and its fields. */
function changeLines(language: Language, descriptor: SectionDescriptor, change: RowChange): string[] {
  const fields = change.fields.map(({ field, before, after }) => {
    const described = descriptor.fields[field];
    const values = [before, after].map((value) => valueText(language, described, value) || ABSENT);
    return `${described?.label[language] ?? field}: ${values.join(' → ')}`;
  });
  if (descriptor.cardinality === 'one') return fields.map((line) => `  ${signs[change.kind]} ${line}`);
  const row = change.fields.length > 0 ? undefined : (change.after ?? change.before);
  const about = row ? rowLines(language, descriptor, row) : [safeText(change.key)];
  return [...about.map((line) => `  ${signs[change.kind]} ${line}`), ...fields.map((line) => `      ${line}`)];
}
