import type { SectionName } from '../model/catalogue.ts';
import type { FieldChange } from './types.ts';

/** True for a difference that says nothing about the machine although its field is not volatile. */
export function isNoise(section: SectionName, { field, before, after }: FieldChange): boolean {
  return noise.some((entry) => entry.section === section && entry.field === field && entry.means(before, after));
}

/** Every difference that is noise, and why. Section and field are those of the catalogue. */
export const noise: readonly Noise[] = [
  { section: 'hardware', field: 'memory', why: 'the kernel keeps a little more or less for itself', means: within(8) },
  { section: 'hardware', field: 'swap', why: 'the kernel rounds it differently', means: within(8) },
  { section: 'timezone', field: 'name', why: 'summer time begins or ends', means: isSummerTime },
  { section: 'timezone', field: 'offset', why: 'summer time begins or ends', means: isOneHourApart },
];

interface Noise {
  readonly section: SectionName;
  readonly field: string;
  readonly why: string;
  means(before: unknown, after: unknown): boolean;
}

/** Numbers at most this far apart, in the unit of their field. */
function within(distance: number) {
  return (before: unknown, after: unknown): boolean =>
    typeof before === 'number' && typeof after === 'number' && Math.abs(before - after) <= distance;
}

/** CET and CEST, EST and EDT: one zone, in winter and in summer. */
function isSummerTime(before: unknown, after: unknown): boolean {
  return winterName(before) !== undefined && winterName(before) === winterName(after);
}

function winterName(name: unknown): string | undefined {
  if (typeof name !== 'string' || !/^[A-Z]{3,4}$/.test(name)) return undefined;
  return name === 'BST' ? 'GMT' : name.replace(/EST$/, 'ET').replace(/^([A-Z])[SD]T$/, '$1T');
}

/** Offsets written as `+0100` or `+01:00`. */
function isOneHourApart(before: unknown, after: unknown): boolean {
  const [from, to] = [offsetMinutes(before), offsetMinutes(after)];
  return from !== undefined && to !== undefined && Math.abs(from - to) === 60;
}

function offsetMinutes(offset: unknown): number | undefined {
  const match = /^([+-])(\d\d):?(\d\d)$/.exec(String(offset));
  return match ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) : undefined;
}
