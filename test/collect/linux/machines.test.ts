import { describe, expect, it } from 'vitest';
import { rootedHost } from '../../../src/collect/rooted-host.ts';
import { collect } from '../../../src/collect/run.ts';
import { ParcoursError } from '../../../src/model/errors.ts';
import type { Host } from '../../../src/model/host.ts';
import { silentLog } from '../../../src/model/log.ts';
import { officePcTable } from '../machines.ts';

const folder = 'test/fixtures/hosts';

function machine(name: string): Promise<Host> {
  return rootedHost(`${folder}/${name}`);
}

/** The same machine for who is not root: SMBIOS, serial numbers, CUPS and the leases are closed. */
function asUser(host: Host): Host {
  const closed = /^\/(?:sys\/firmware\/dmi|etc\/cups|var\/lib\/dhcp|proc\/1\/environ)/;
  const refuse = (path: string) => {
    if (closed.test(path)) throw new ParcoursError('permission', `${path} may not be read`);
  };
  return {
    ...host,
    facts: { ...host.facts, userId: 1000 },
    async read(path) {
      refuse(path);
      return host.read(path);
    },
    async list(path) {
      refuse(path);
      return host.list(path);
    },
  };
}

describe('a machine', () => {
  it('reads the table that the tests describe', async () => {
    const bytes = await (await machine('office-pc')).read('/sys/firmware/dmi/tables/DMI');
    expect(Buffer.compare(bytes ?? new Uint8Array(), officePcTable)).toBe(0);
  });

  it('starts no program and asks no library', async () => {
    const host = await machine('office-pc');
    const forbid = () => Promise.reject(new Error('not on Linux'));
    const { reports } = await collect({ ...host, run: forbid, portable: forbid }, { log: silentLog });
    expect(Object.values(reports).filter(({ state }) => state !== 'complete')).toEqual([]);
  });
});

describe('a user who is not root', () => {
  it('learns what the kernel shows to everyone, and that the rest needs root', async () => {
    const { sections, reports } = await collect(asUser(await machine('office-pc')), { log: silentLog });
    expect(sections.bios).toEqual([
      {
        manufacturer: 'Dell Inc.',
        model: 'OptiPlex 7090',
        sku: '0A52',
        type: 'Desktop',
        assetTag: 'INV-0042',
        boardManufacturer: 'Dell Inc.',
        boardModel: '0K240Y',
        firmwareManufacturer: 'Dell Inc.',
        firmwareVersion: '1.9.1',
        firmwareDate: '04/16/2021',
        secureBoot: 'disabled',
      },
    ]);
    expect(reports.bios).toEqual({ state: 'partial', reason: 'needs-root' });
    expect(reports.hardware).toEqual({ state: 'partial', reason: 'needs-root' });
    expect(sections.hardware?.[0]?.uuid).toBeUndefined();
  });

  it('is not told that there is no memory, no slot and no printer', async () => {
    const { sections, reports } = await collect(asUser(await machine('office-pc')), { log: silentLog });
    for (const section of ['memories', 'slots', 'ports', 'printers'] as const) {
      expect(reports[section], section).toEqual({ state: 'failed', reason: 'needs-root' });
      expect(sections[section], section).toBeUndefined();
    }
  });

  it('still gets processors, disks, networks and software whole', async () => {
    const { reports } = await collect(asUser(await machine('office-pc')), { log: silentLog });
    for (const section of ['cpus', 'storages', 'drives', 'networks', 'softwares'] as const) {
      expect(reports[section], section).toEqual({ state: 'complete' });
    }
  });
});
