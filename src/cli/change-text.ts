import type { RowChange } from '../delta/types.ts';
import type { Change } from '../fleet/fleet.ts';
import { describe } from '../model/catalogue.ts';
import { type AnyRow, fieldValue, type SectionDescriptor } from '../model/descriptor.ts';
import { safeText } from '../model/safe-text.ts';
import type { Context } from './command.ts';
import { valueText } from './section-text.ts';

/** What a person reads of a change in one line. */
export interface ChangeTitle {
  readonly sign: string;
  readonly section: string;
  readonly what: string;
}

export const signs: Readonly<Record<RowChange['kind'], string>> = {
  added: '+',
  removed: '-',
  changed: '~',
  moved: '>',
};

/** For a value that one side does not have. */
export const ABSENT = '–';

export function changeTitle(context: Context, change: Change): ChangeTitle {
  const descriptor = describe(change.section);
  const origin = change.from.machine;
  const came = origin ? [context.messages.cli.cameFrom(safeText(origin.name))] : [];
  return {
    sign: signs[change.kind],
    section: descriptor.label[context.language],
    what: [...rowTitle(context, descriptor, change), ...came].join(', '),
  };
}

/** What changed of the row; of a row that came or went, what its columns say. */
function rowTitle(context: Context, descriptor: SectionDescriptor, change: Change): readonly string[] {
  const name = descriptor.cardinality === 'one' ? [] : [safeText(change.key)];
  const fields = change.from.machine ? [] : fieldTexts(context, descriptor, change);
  if (fields.length > 0) return [[...name, fields.join(', ')].join(': ')];
  return [...name, ...columnTexts(context, descriptor, change.after ?? change.before ?? {}, change.key)];
}

function fieldTexts({ language }: Context, descriptor: SectionDescriptor, { fields }: Change): readonly string[] {
  return fields.map(({ field, before, after }) => {
    const described = descriptor.fields[field];
    const values = [before, after].map((value) => valueText(language, described, value) || ABSENT);
    return `${described?.label[language] ?? field} ${values.join(' → ')}`;
  });
}

const MAX_COLUMNS = 3;

function columnTexts({ language }: Context, { columns, fields }: SectionDescriptor, row: AnyRow, key: string) {
  const values = columns.map((column) => valueText(language, fields[column], fieldValue(row, column)));
  return values.filter((value) => value !== '' && value !== safeText(key)).slice(0, MAX_COLUMNS);
}
