import { describe, sectionNames } from '../../model/catalogue.ts';
import type { RawElement } from '../../model/descriptor.ts';
import type { Inventory, Kind, SectionReport } from '../../model/inventory.ts';
import { present } from '../../model/present.ts';
import type { SectionReports } from '../completeness.ts';
import { childNamed, childrenNamed, childText, leaf, parent } from '../element.ts';

/** What our agent says beyond the OCS protocol, in an element that stock servers ignore. */
export interface ParcoursElement {
  readonly at?: string;
  readonly kind?: Kind;
  readonly reports: SectionReports;
}

export function encodeParcours({ at, kind, reports }: Pick<Inventory, 'at' | 'kind' | 'reports'>): RawElement {
  return parent('PARCOURS', [
    ...(at === undefined ? [] : [leaf('AT', at)]),
    leaf('KIND', kind),
    ...sectionNames.flatMap((name) => {
      const report = reports[name];
      return report === undefined ? [] : [encodeReport(describe(name).tag, report)];
    }),
  ]);
}

/** Undefined where another agent speaks. */
export function decodeParcours(content: RawElement | undefined): ParcoursElement | undefined {
  const element = childNamed(content, 'PARCOURS');
  if (element === undefined) return undefined;
  const byTag = new Map(childrenNamed(element, 'SECTION').map((section) => [childText(section, 'NAME'), section]));
  const reports = sectionNames.map((name) => [name, decodeReport(byTag.get(describe(name).tag))] as const);
  return {
    ...present({ at: timeIn(childText(element, 'AT')), kind: oneOf(KINDS, childText(element, 'KIND')) }),
    reports: Object.fromEntries(reports.filter(([, report]) => report !== undefined)) as SectionReports,
  };
}

function encodeReport(tag: string, { state, reason }: SectionReport): RawElement {
  return parent('SECTION', [
    leaf('NAME', tag),
    leaf('STATE', state),
    ...(reason === undefined ? [] : [leaf('REASON', reason)]),
  ]);
}

function decodeReport(section: RawElement | undefined): SectionReport | undefined {
  const state = oneOf(STATES, childText(section, 'STATE'));
  return state === undefined ? undefined : { state, ...present({ reason: childText(section, 'REASON') }) };
}

const KINDS = ['computer', 'phone', 'printer', 'network', 'unmanaged'] as const satisfies readonly Kind[];
const STATES = ['complete', 'partial', 'failed', 'skipped', 'unchanged'] as const satisfies readonly string[];

function oneOf<const T extends string>(allowed: readonly T[], text: string | undefined): T | undefined {
  return allowed.find((candidate) => candidate === text);
}

function timeIn(text: string | undefined): string | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
