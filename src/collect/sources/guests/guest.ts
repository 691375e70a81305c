/** What a machine hosts: one file a manager of containers or virtual machines, each a thin read and a pure parse. */
import type { SectionRow } from '../../../model/catalogue.ts';
import type { Host } from '../../../model/host.ts';

export type Guest = SectionRow<'virtualmachines'>;

/** The guests of one manager; none where it is not there. */
export type ReadGuests = (host: Host) => Promise<readonly Guest[]>;

const UNITS: Readonly<Record<string, number>> = { '': 0, k: 1, m: 2, g: 3, t: 4 };

/** `2GiB`, `512M`, `1073741824` as MiB; `kB` and the like count in thousands only where the i is told apart. */
export function mebibytes(text: string | undefined, decimals: 1000 | 1024 = 1024): number | undefined {
  const [, digits, prefix = '', binary] = /^(\d+(?:\.\d+)?)\s*([kmgt]?)(i?)b?$/i.exec(text?.trim() ?? '') ?? [];
  if (!digits || Number(digits) === 0) return undefined;
  const bytes = Number(digits) * (binary ? 1024 : decimals) ** (UNITS[prefix.toLowerCase()] ?? 0);
  return Math.round(bytes / 1024 / 1024);
}

/** How many processors a list such as `0-3,8` names. */
export function countCpus(list: string | undefined): number | undefined {
  const spans = (list ?? '').split(',').flatMap((span) => {
    const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(span.trim()) ?? [];
    return first === undefined ? [] : [Number(last) - Number(first) + 1];
  });
  return spans.reduce((sum, span) => sum + span, 0) || undefined;
}
