import { ParcoursError } from './errors.ts';
import { present } from './present.ts';

/** When one machine is to report; what is undefined is as the server asks of all. OCS protocol section 2.4. */
export interface Schedule {
  /** Days between two inventories: 0 at every visit, -1 never. */
  readonly frequencyDays?: number;
  /** Hours between two visits of its agent. */
  readonly prologFreqHours?: number;
}

/** The names under which a schedule is set, next to TAG and the custom fields; OCS has the same. */
export const scheduleFields = {
  FREQUENCY: { member: 'frequencyDays', least: -1, most: 3650 },
  PROLOG_FREQ: { member: 'prologFreqHours', least: 1, most: 720 },
} as const satisfies Record<string, Field>;

interface Field {
  readonly member: keyof Schedule;
  readonly least: number;
  readonly most: number;
}

/** True for a name that is no custom field, in whatever case. */
export function isScheduleName(name: string): boolean {
  return fieldOf(name) !== undefined;
}

/** A schedule with those of the values that set one; an empty one takes it back. Fails with `usage`. */
export function withSchedule(schedule: Schedule, values: Readonly<Record<string, string>>): Schedule {
  let changed: Partial<Record<keyof Schedule, number | undefined>> = { ...schedule };
  for (const [name, text] of Object.entries(values)) {
    const field = fieldOf(name);
    if (field) changed = { ...changed, [field.member]: text.trim() === '' ? undefined : numberIn(name, text, field) };
  }
  return present(changed);
}

/** A schedule as it was set, by name. */
export function scheduleTexts(schedule: Schedule): Readonly<Record<string, string>> {
  const texts = Object.entries(scheduleFields).map(([name, { member }]) => [name, schedule[member]?.toString()]);
  return present(Object.fromEntries(texts));
}

function fieldOf(name: string): Field | undefined {
  return Object.entries(scheduleFields).find(([own]) => own === name.toUpperCase())?.[1];
}

function numberIn(name: string, text: string, { least, most }: Field): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new ParcoursError('usage', `${name}=${text}: write a whole number from ${least} to ${most}, or nothing`);
}
