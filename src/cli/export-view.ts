import type { MachineView, SectionView } from '../fleet/fleet.ts';
import { describe } from '../model/catalogue.ts';
import type { AnyRow } from '../model/descriptor.ts';
import type { Inventory, SectionReport } from '../model/inventory.ts';

/** The inventory that a machine's state amounts to, ready for any writer of documents. */
export function inventoryOf(view: MachineView): Inventory & { readonly deviceId: string } {
  const entries = view.sections.map((section) => [section.name, section.rows] as const);
  const reports = view.sections.map((section) => [section.name, reportOf(section)] as const);
  return {
    deviceId: view.machine.id,
    kind: view.machine.kind,
    agent: view.snapshot.agent,
    at: view.snapshot.at,
    sections: Object.fromEntries(entries) as Inventory['sections'],
    reports: Object.fromEntries(reports) as Inventory['reports'],
    account: view.account,
    extras: view.extras,
  };
}

/** The same view without what the catalogue calls sensitive, and without what it does not know. */
export function redacted(view: MachineView): MachineView {
  const { serial, uuid, mac, ...machine } = view.machine;
  return {
    ...view,
    machine: { ...machine, macs: [] },
    sections: view.sections.map((section) => ({
      ...section,
      rows: section.rows.map((row) => redactRow(section, row)),
    })),
    extras: [],
  };
}

function redactRow(section: SectionView, row: AnyRow): AnyRow {
  const { fields } = describe(section.name);
  return Object.fromEntries(Object.entries(row).filter(([name]) => fields[name] && !fields[name].sensitive));
}

function reportOf({ completeness, reason }: SectionView): SectionReport {
  return reason === undefined ? { state: completeness } : { state: completeness, reason };
}
