import { spareDisks } from '../data/parts.ts';
import { type DemoMachine, mapRows, rowsOf, withRows } from '../machine.ts';
import { visibleMemory } from '../system.ts';
import { type Change, type Draw, type Plan, pickMachine, pickWeek } from './change.ts';

type Module = NonNullable<DemoMachine['sections']['memories']>[number];

/** A memory module is taken out of one machine and turns up in another. */
export function memoryMoved(draw: Draw): Plan | undefined {
  const donor = pickMachine(draw, (machine) => filled(machine).length > 1 && reads(machine));
  const module = donor && filled(donor.machine).at(-1);
  if (!donor || !module) return undefined;
  const receiver = pickMachine(
    { ...draw, free: draw.free.filter((index) => index !== donor.index) },
    (machine) => reads(machine) && hasRoomFor(machine, module),
  );
  const week = pickWeek(draw, 0.3, 0.5);
  const change = { kind: 'memory-moved', detail: module.serial ?? '' } as const;
  const out: Change = { ...change, week, machine: donor.index, apply: (machine) => takeOut(machine, module) };
  if (!receiver) return { changes: [out] };
  return {
    changes: [out, { ...change, week: week + 1, machine: receiver.index, apply: (machine) => putIn(machine, module) }],
  };
}

/** A memory module is taken out and never seen again. */
export function memoryStolen(draw: Draw): Plan | undefined {
  const picked = pickMachine(draw, (machine) => filled(machine).length > 1 && reads(machine));
  const module = picked && filled(picked.machine).at(-1);
  if (!picked || !module) return undefined;
  const week = pickWeek(draw, 0.3, 0.8);
  const apply: Change['apply'] = (machine) => takeOut(machine, module);
  return { changes: [{ kind: 'memory-stolen', week, machine: picked.index, detail: module.serial ?? '', apply }] };
}

/** A disk fails and is replaced by one of another make. */
export function diskReplaced(draw: Draw): Plan | undefined {
  const hasSpare = (machine: DemoMachine) =>
    machine.place.role.model !== 'imac' && rowsOf(machine, 'storages').length > 0;
  const picked = pickMachine(draw, ({ place }) => place.role.wing === 'SRV') ?? pickMachine(draw, hasSpare);
  const old = picked && rowsOf(picked.machine, 'storages').at(-1);
  if (!picked || !old) return undefined;
  const { serial, ...spare } = old.interface === 'NVMe' ? spareDisks.nvme : spareDisks.sata;
  const disk = { ...old, ...spare, serial: draw.random.fill(serial) };
  const apply: Change['apply'] = (state) =>
    mapRows(state, 'storages', (row) => (row.serial === old.serial ? disk : row));
  const week = pickWeek(draw, 0.2, 0.8);
  return { changes: [{ kind: 'disk-replaced', week, machine: picked.index, detail: disk.serial, apply }] };
}

function filled(machine: DemoMachine): readonly Module[] {
  return rowsOf(machine, 'memories').filter(({ serial }) => serial !== undefined);
}

function reads(machine: DemoMachine): boolean {
  return !machine.place.role.unprivileged && machine.place.role.wing !== 'SRV';
}

function hasRoomFor(machine: DemoMachine, module: Module): boolean {
  const rows = rowsOf(machine, 'memories');
  const sameKind = rows.some(({ type, description }) => type === module.type && description === module.description);
  return sameKind && rows.some(({ capacity }) => capacity === undefined);
}

function takeOut(machine: DemoMachine, module: Module): DemoMachine {
  return withMemories(
    machine,
    rowsOf(machine, 'memories').map((row) => (row.serial === module.serial ? emptied(row) : row)),
  );
}

function putIn(machine: DemoMachine, module: Module): DemoMachine {
  const rows = rowsOf(machine, 'memories');
  const free = rows.findIndex(({ capacity }) => capacity === undefined);
  return withMemories(
    machine,
    rows.map((row, index) => (index === free ? { ...module, ...row } : row)),
  );
}

function emptied({ caption, slot }: Module): Module {
  return { ...(caption === undefined ? {} : { caption }), ...(slot === undefined ? {} : { slot }) };
}

function withMemories(machine: DemoMachine, rows: readonly Module[]): DemoMachine {
  const memory = visibleMemory(rows);
  return mapRows(withRows(machine, 'memories', rows), 'hardware', (row) => ({ ...row, memory }));
}
