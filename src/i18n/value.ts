import type { Field, Value } from '../model/descriptor.ts';
import { formatQuantity } from './format.ts';
import { type Language, messagesOf } from './language.ts';

/** A value of an inventory as people read it; texts of a machine come as they are, not yet safe for a terminal. */
export function formatValue(language: Language, field: Field | undefined, value: Value): string {
  if (typeof value === 'boolean') return messagesOf(language).tui[value ? 'yes' : 'no'];
  if (typeof value === 'number') return formatNumeric(language, field, value);
  if (typeof value !== 'string') return value.join(', ');
  if (field?.type === 'text') return field.words?.[value]?.[language] ?? value;
  return field?.type === 'date' ? value.replace(ISO_DATE, '$3/$2/$1 $4').trimEnd() : value;
}

/** Numbers without a unit are counts as often as names (a port, a model), so they are not grouped. */
function formatNumeric(language: Language, field: Field | undefined, value: number): string {
  const unit = field && 'unit' in field ? field.unit : undefined;
  return unit ? formatQuantity(language, value, unit) : String(value);
}

const ISO_DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d).*)?$/;
