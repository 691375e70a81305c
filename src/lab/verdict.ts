import type { Answer, Lack, Value } from './answers.ts';
import { dayOf, firmwareDayOf } from './day.ts';
import { type Quantity, quantitiesOf } from './quantity.ts';
import { isLessExactVersion, isShortFor, plainText, yesOrNo } from './same-text.ts';
import type { Entry } from './sheet.ts';
import type { SheetField } from './template.ts';

/** How a value typed by hand stands to one of the agent, best first. */
export const likenesses = ['exact', 'equal', 'close', 'wrong'] as const;
export type Likeness = (typeof likenesses)[number];

/** `missing`: the agent knows what was not filled in. A lack says why the agent has nothing to compare with. */
export type Verdict = Likeness | 'missing' | Lack;

export interface Judged {
  readonly verdict: Verdict;
  /** The value of the agent that is nearest to what was typed, else its best. */
  readonly value?: Value;
}

/** What a field filled by hand is worth. */
export function judge(field: SheetField, entry: Entry | undefined, answer: Answer): Judged {
  if ('lack' in answer) return { verdict: answer.lack };
  const [best] = answer.values;
  const typed = entry?.kind === 'value' ? entry.text : '';
  if (typed.trim() === '') return { verdict: 'missing', ...(best && { value: best }) };
  const judged = answer.values.map((value) => ({ verdict: likenessOf(field, typed, value), value }));
  const [nearest] = judged.toSorted((a, b) => likenesses.indexOf(a.verdict) - likenesses.indexOf(b.verdict));
  return nearest ?? { verdict: 'none' };
}

function likenessOf(field: SheetField, typed: string, { value, unit }: Value): Likeness {
  if (typeof value === 'number') return likenessOfNumbers(field, typed, value, unit);
  if (typed === value) return 'exact';
  if (typeof value === 'boolean') return yesOrNo(typed) === value ? 'equal' : 'wrong';
  if (isSame(field, typed, value)) return 'equal';
  return isLessExactVersion(typed, value) ? 'close' : 'wrong';
}

function isSame({ type }: SheetField, typed: string, value: string): boolean {
  switch (type) {
    case 'mac':
      return plainText(typed) === plainText(value);
    case 'ip':
      return addressOf(typed) === addressOf(value);
    case 'date':
      return isSameDay(typed, value);
    default:
      return isSameText(typed, value);
  }
}

function isSameText(typed: string, value: string): boolean {
  if (plainText(typed) === plainText(value)) return true;
  const said = yesOrNo(value);
  return (said !== undefined && yesOrNo(typed) === said) || isShortFor(typed, value) || isSameDay(typed, value);
}

/** An address without its mask, whichever way that is written. */
function addressOf(text: string): string {
  return (
    text
      .trim()
      .toLowerCase()
      .split(/[\s/%(]/)[0] ?? ''
  );
}

function isSameDay(typed: string, value: string): boolean {
  const day = dayOf(typed);
  return day !== undefined && (day === firmwareDayOf(value) || day === dayOf(value));
}

/** Equal where the agent's number, rounded as the person rounded, is theirs, and the rounding is a slight one. */
function likenessOfNumbers(field: SheetField, typed: string, value: number, unit = ''): Likeness {
  const [amount = value] = quantitiesOf(String(value), unit).map((quantity) => quantity.amount);
  const readings = quantitiesOf(typed, field.unit);
  const isExact = (reading: Quantity) => reading.amount === amount && reading.unit === (field.unit ?? '').toLowerCase();
  const off = (reading: Quantity) => Math.abs(reading.amount - amount);
  if (readings.some(isExact)) return 'exact';
  const rounding = (reading: Quantity) => Math.min(reading.step * HALF, Math.abs(amount) * SLIGHT);
  if (readings.some((reading) => off(reading) <= rounding(reading))) return 'equal';
  const allowed = Math.abs(amount) * ((field.tolerance ?? 0) / 100);
  return readings.some((reading) => off(reading) <= allowed) ? 'close' : 'wrong';
}

// With room for what binary fractions lose.
const HALF = 0.5 + 1e-9;
const SLIGHT = 0.005;
