import { describe, expect, it } from 'vitest';
import { type EventKind, usualKinds } from '../../src/demo/events/change.ts';
import type { DemoReport } from '../../src/demo/report.ts';
import { type Answer, answersOf, type FleetOptions, simulate } from '../../src/demo/simulate.ts';
import { describe as describeSection, isSectionName } from '../../src/model/catalogue.ts';
import { isPlaceholderMac, isPlaceholderSerial, isPlaceholderUuid } from '../../src/model/placeholders.ts';

const school: FleetOptions = { machines: 12, months: 3, seed: 1, end: new Date('2026-10-30T12:00:00Z') };
const reports = [...simulate(school)];
const answers = answersOf(school);

describe('a made-up fleet', () => {
  it('is the same for the same seed and another for another', () => {
    expect([...simulate(school)]).toEqual(reports);
    expect([...simulate({ ...school, seed: 2 })]).not.toEqual(reports);
  });

  it('does not depend on the hour of the last day', () => {
    expect([...simulate({ ...school, end: new Date('2026-10-30T23:59:59Z') })]).toEqual(reports);
  });

  it.each([1, 2, 5, 6, 12, 40, 100, 260])('lists %i machines when asked for so many', (machines) => {
    const ids = [...simulate({ ...school, machines })].map(({ inventory }) => inventory.deviceId);
    expect(new Set(ids).size).toBe(machines);
  });

  it('gives every machine a name and an address of its own', () => {
    const last = new Map(
      [...simulate({ ...school, machines: 100 })].map((report) => [report.inventory.deviceId, report]),
    );
    const reimaged = answersOf({ ...school, machines: 100 }).filter(({ kind }) => kind === 'reimaged');
    const sections = [...last.values()].map(({ inventory }) => inventory.sections);
    const names = sections.map(({ hardware, networkdevice }) => (hardware ?? networkdevice)?.[0]?.name);
    const addresses = sections.map(
      ({ networks, networkdevice }) => networks?.[0]?.ipAddress ?? networkdevice?.[0]?.ipAddresses?.[0],
    );
    expect(new Set(names).size).toBe(100);
    expect(new Set(addresses).size).toBe(100 - reimaged.length / 2);
  });

  it('reports on every working day where that is asked for, and the same things happen', () => {
    const daily = simulate({ ...school, daily: true });
    const days = new Set(daily.map(({ inventory }) => inventory.at?.slice(0, 10)));
    const perMachine = daily.length / new Set(daily.map(({ inventory }) => inventory.deviceId)).size;
    expect(days.size).toBeGreaterThan(60);
    expect(perMachine).toBeGreaterThan(40);
    expect(daily.map(({ receivedAt }) => receivedAt)).toEqual(daily.map(({ receivedAt }) => receivedAt).sort());
    expect(daily.at(-1)?.receivedAt.slice(0, 10)).toBe('2026-10-30');
    expect(answersOf({ ...school, daily: true })).toEqual(answers);
  });

  it('lets nothing happen between the runs of two weeks but noise', () => {
    const known = new Set(reports.map(({ inventory }) => packagesOf(inventory)));
    const daily = simulate({ ...school, daily: true });
    expect(daily.length).toBeGreaterThan(reports.length * 3);
    for (const { inventory } of daily) expect(known).toContain(packagesOf(inventory));
  });

  it('reports in order of time, and on its last day', () => {
    const times = reports.map(({ receivedAt }) => receivedAt);
    expect([...times].sort()).toEqual(times);
    expect(times.at(-1)).toMatch(/^2026-10-30T/);
    expect(times[0]?.slice(0, 10)).toBe('2026-08-03');
  });

  it('says nothing but what the catalogue knows', () => {
    const strangers = reports.flatMap(({ inventory }) =>
      Object.entries(inventory.sections).flatMap(([name, rows]) =>
        isSectionName(name) ? rows.flatMap((row) => Object.keys(row).filter((key) => !hasField(name, key))) : [name],
      ),
    );
    expect(strangers).toEqual([]);
  });

  it('has plausible lists of software', () => {
    const counts = reports.map(({ inventory }) => inventory.sections.softwares?.length ?? 0);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(25);
    expect(Math.max(...counts)).toBeLessThanOrEqual(120);
  });

  it('has numbers that tell its machines apart', () => {
    for (const { inventory } of reports.filter(({ inventory }) => inventory.reports.bios?.state === 'complete')) {
      expect(isPlaceholderSerial(inventory.sections.bios?.[0]?.serial ?? '')).toBe(false);
      expect(isPlaceholderUuid(inventory.sections.hardware?.[0]?.uuid ?? '')).toBe(false);
      expect(isPlaceholderMac(inventory.sections.networks?.[0]?.mac ?? '')).toBe(false);
    }
  });

  it('renews its browsers as the weeks go', () => {
    const versions = historyOf('A101-01').map((report) => softwareVersion(report, 'Google Chrome'));
    expect(new Set(versions).size).toBeGreaterThan(3);
  });

  it('says what an agent without rights could not read', () => {
    const report = reports.find(({ inventory }) => inventory.reports.memories?.state === 'skipped');
    expect(report?.inventory.reports.memories).toEqual({ state: 'skipped', reason: 'needs-root' });
    expect(report?.inventory.sections.memories).toBeUndefined();
    expect(report?.inventory.sections.bios?.[0]?.model).toBe('HP ProDesk 400 G7 Small Form Factor PC');
    expect(report?.inventory.sections.bios?.[0]?.serial).toBeUndefined();
  });
});

describe('what is planted in a fleet', () => {
  it('is every kind of event, in a school of twelve', () => {
    expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(usualKinds));
  });

  it('is only what was asked for', () => {
    const kinds = answersOf({ ...school, plant: ['silent'] }).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['silent']));
  });

  it('is nothing in a fleet of one week', () => {
    expect(answersOf({ ...school, months: 0 })).toEqual([]);
  });

  it('moves a memory module from one machine to another', () => {
    const [out, into] = answersFor('memory-moved');
    expect(out?.detail).toBe(into?.detail);
    expect(holders(out?.detail, before(out))).toEqual([out?.machine.name]);
    expect(holders(out?.detail, latest())).toEqual([into?.machine.name]);
  });

  it('installs a forbidden program and takes it away again', () => {
    const [installed, removed] = answersFor('forbidden-software');
    const seen = historyOf(installed?.machine.name)
      .filter((report) => softwareVersion(report, installed?.detail) !== undefined)
      .map(({ inventory }) => inventory.at);
    expect(seen[0]).toBe(installed?.at);
    expect(seen.at(-1)).not.toBe(removed?.at);
    expect(seen.length).toBeGreaterThanOrEqual(2);
  });

  it('brings a machine back under another id with the same serial number', () => {
    const machines = answersFor('reimaged').map(({ machine }) => historyOf(machine.name).at(-1)?.inventory);
    expect(machines.map((inventory) => inventory?.sections.bios?.[0]?.serial)).toHaveLength(2);
    expect(new Set(machines.map((inventory) => inventory?.sections.bios?.[0]?.serial)).size).toBe(1);
    expect(new Set(machines.map((inventory) => inventory?.deviceId)).size).toBe(2);
  });

  it('lets one machine fall silent', () => {
    const [answer] = answersFor('silent');
    const last = historyOf(answer?.machine.name).at(-1)?.inventory.at ?? '';
    expect(last < (answer?.at ?? '')).toBe(true);
    expect(answer?.at && answer.at < '2026-10-10').toBe(true);
  });

  it('upgrades a system', () => {
    const [answer] = answersFor('system-upgraded');
    const names = historyOf(answer?.machine.name).map(({ inventory }) => inventory.sections.hardware?.[0]?.osComments);
    expect(new Set(names).size).toBe(2);
    expect(names.at(-1)).toBe(answer?.detail);
  });

  it('replaces a disk, creates an account, moves an address, switches an antivirus off', () => {
    const shows: readonly (readonly [EventKind, (report: DemoReport) => readonly (string | undefined)[]])[] = [
      ['disk-replaced', ({ inventory }) => inventory.sections.storages?.map(({ serial }) => serial) ?? []],
      ['account-created', ({ inventory }) => inventory.sections.localusers?.map(({ login }) => login) ?? []],
      ['address-changed', ({ inventory }) => inventory.sections.hardware?.[0]?.ipAddresses ?? []],
      [
        'antivirus-off',
        ({ inventory }) => inventory.sections.antivirus?.map((row) => (row.enabled ? '' : row.name)) ?? [],
      ],
    ];
    for (const [kind, values] of shows) {
      const [answer] = answersFor(kind);
      const seen = historyOf(answer?.machine.name).map((report) => values(report).includes(answer?.detail));
      expect(seen[0], kind).toBe(false);
      expect(seen.at(-1), kind).toBe(true);
    }
  });
});

function answersFor(kind: EventKind): readonly Answer[] {
  return answers.filter((answer) => answer.kind === kind);
}

function historyOf(name: string | undefined): readonly DemoReport[] {
  return reports.filter(({ inventory }) => inventory.sections.hardware?.[0]?.name === name);
}

function latest(): readonly DemoReport[] {
  return reports.filter(({ inventory }) => (inventory.at ?? '') > '2026-10-23');
}

/** What was reported in the eight days before an event. */
function before(answer: Answer | undefined): readonly DemoReport[] {
  const end = Date.parse(answer?.at ?? '');
  return reports.filter(
    ({ receivedAt }) => Date.parse(receivedAt) < end && Date.parse(receivedAt) >= end - 8 * 86_400_000,
  );
}

function holders(serial: string | undefined, among: readonly DemoReport[]): readonly (string | undefined)[] {
  return [
    ...new Set(
      among
        .filter(({ inventory }) => inventory.sections.memories?.some((row) => row.serial === serial))
        .map(({ inventory }) => inventory.sections.hardware?.[0]?.name),
    ),
  ];
}

function softwareVersion(report: DemoReport, name: string | undefined): string | undefined {
  return report.inventory.sections.softwares?.find((row) => row.name === name)?.version;
}

function hasField(section: string, key: string): boolean {
  return isSectionName(section) && key in describeSection(section).fields;
}

function packagesOf({ deviceId, sections }: DemoReport['inventory']): string {
  return `${deviceId} ${sections.softwares?.map(({ name, version }) => `${name} ${version}`).join(', ')}`;
}
