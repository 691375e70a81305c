import type { AnyRow, Row, SectionDescriptor } from './descriptor.ts';
import { bios } from './sections/bios.ts';
import { cpus } from './sections/cpus.ts';
import { drives } from './sections/drives.ts';
import { hardware } from './sections/hardware.ts';
import { memories } from './sections/memories.ts';
import { networks } from './sections/networks.ts';
import { softwares } from './sections/softwares.ts';
import { storages } from './sections/storages.ts';

/** Every section the program knows, in the order of the screens. */
export const catalogue = {
  hardware,
  bios,
  cpus,
  memories,
  storages,
  drives,
  networks,
  softwares,
} as const satisfies Record<string, SectionDescriptor>;

export type SectionName = keyof typeof catalogue;
export const sectionNames = Object.keys(catalogue) as readonly SectionName[];

/** The rows of one section. A section that exists once has one row at most. */
export type SectionRow<N extends SectionName> = Row<(typeof catalogue)[N]>;
export type Sections = { readonly [N in SectionName]?: readonly SectionRow<N>[] };

/** Sections of which only the name is known at run time. */
export type AnySections = { readonly [N in SectionName]?: readonly AnyRow[] };

export function describe(name: SectionName): SectionDescriptor {
  return catalogue[name];
}

export function isSectionName(name: string): name is SectionName {
  return Object.hasOwn(catalogue, name);
}
