import { describe, sectionNames } from '../../model/catalogue.ts';
import type { RawElement } from '../../model/descriptor.ts';
import {
  type DeltaClaim,
  type Inventory,
  type Kind,
  kinds,
  type RowChange,
  type SectionReport,
  sectionStates,
} from '../../model/inventory.ts';
import { present } from '../../model/present.ts';
import type { SectionReports } from '../completeness.ts';
import { childNamed, childrenNamed, childText, leaf, parent } from '../element.ts';

/** What our agent says beyond the OCS protocol, in an element that stock servers ignore. */
export interface ParcoursElement {
  readonly at?: string;
  readonly kind?: Kind;
  readonly reports: SectionReports;
  /** Undefined where nothing was left out. */
  readonly delta?: DeltaClaim;
}

export function encodeParcours(inventory: Pick<Inventory, 'at' | 'kind' | 'reports' | 'delta'>): RawElement {
  const { at, kind, reports, delta } = inventory;
  return parent('PARCOURS', [
    ...(at === undefined ? [] : [leaf('AT', at)]),
    ...(delta === undefined ? [] : [leaf('BASE', delta.base)]),
    leaf('KIND', kind),
    ...encodeReports(reports, delta),
    ...(delta === undefined ? [] : [leaf('WHOLE', delta.whole)]),
  ]);
}

/** Undefined where another agent speaks. */
export function decodeParcours(content: RawElement | undefined): ParcoursElement | undefined {
  const element = childNamed(content, 'PARCOURS');
  if (element === undefined) return undefined;
  const byTag = sectionsByTag(element);
  const reports = sectionNames.map((name) => [name, decodeReport(byTag.get(describe(name).tag))] as const);
  return {
    ...present({
      at: timeIn(childText(element, 'AT')),
      kind: oneOf(kinds, childText(element, 'KIND')),
      delta: decodeClaim(element, byTag),
    }),
    reports: Object.fromEntries(reports.filter(([, report]) => report !== undefined)) as SectionReports,
  };
}

/** Sections of which the same is said share an element; in a delta, unchanged is what is not said. */
function encodeReports(reports: SectionReports, delta: DeltaClaim | undefined): readonly RawElement[] {
  const groups = new Map<string, { readonly names: RawElement[]; readonly said: readonly RawElement[] }>();
  for (const name of sectionNames) {
    const report = reports[name];
    if (report === undefined || (delta && report.state === 'unchanged')) continue;
    const said = encodeReport(report, delta?.changes[name]);
    const key = JSON.stringify(said);
    const group = groups.get(key) ?? { names: [], said };
    groups.set(key, group);
    group.names.push(leaf('NAME', describe(name).tag));
  }
  return [...groups.values()].map(({ names, said }) => parent('SECTION', [...names, ...said]));
}

function encodeReport({ state, reason }: SectionReport, change: RowChange | undefined): readonly RawElement[] {
  return [
    leaf('STATE', state),
    ...(reason === undefined ? [] : [leaf('REASON', reason)]),
    ...(change === undefined ? [] : [leaf('ROWS', change.rows)]),
    ...(change?.rows === 'added' ? [leaf('REMOVED', change.removed.join(' '))] : []),
    ...(change?.rows === 'held' ? [leaf('VALUES', change.values)] : []),
    ...(change?.rows === 'volatile' && change.places ? [leaf('PLACES', change.places.join(' '))] : []),
  ];
}

function sectionsByTag(element: RawElement): ReadonlyMap<string | undefined, RawElement> {
  return new Map(
    childrenNamed(element, 'SECTION').flatMap((section) =>
      childrenNamed(section, 'NAME').map(({ text }) => [text, section] as const),
    ),
  );
}

/** Whatever of a claim is there makes one: an inventory that lacks sections must never be taken for a whole one. */
function decodeClaim(element: RawElement, byTag: ReadonlyMap<string | undefined, RawElement>): DeltaClaim | undefined {
  const [base, whole] = [childText(element, 'BASE'), childText(element, 'WHOLE')];
  const changes = sectionNames.flatMap((name) => {
    const change = decodeChange(byTag.get(describe(name).tag));
    return change === undefined ? [] : [[name, change] as const];
  });
  if (base === undefined && whole === undefined && changes.length === 0) return undefined;
  return { base: base ?? '', whole: whole ?? '', changes: Object.fromEntries(changes) };
}

function decodeChange(section: RawElement | undefined): RowChange | undefined {
  const rows = childText(section, 'ROWS');
  if (rows === 'held') return { rows, values: childText(section, 'VALUES') ?? '' };
  if (rows === 'volatile') return { rows, ...present({ places: placesIn(childText(section, 'PLACES')) }) };
  return rows === undefined ? undefined : { rows: 'added', removed: wordsIn(childText(section, 'REMOVED')) };
}

function placesIn(text: string | undefined): readonly number[] | undefined {
  return text === undefined ? undefined : wordsIn(text).map(Number);
}

function wordsIn(text = ''): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function decodeReport(section: RawElement | undefined): SectionReport | undefined {
  const state = oneOf(sectionStates, childText(section, 'STATE'));
  return state === undefined ? undefined : { state, ...present({ reason: childText(section, 'REASON') }) };
}

function oneOf<const T extends string>(allowed: readonly T[], text: string | undefined): T | undefined {
  return allowed.find((candidate) => candidate === text);
}

function timeIn(text: string | undefined): string | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
