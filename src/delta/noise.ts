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
