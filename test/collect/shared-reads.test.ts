import { describe, expect, it } from 'vitest';
import { rootedHost } from '../../src/collect/rooted-host.ts';
import { collect } from '../../src/collect/run.ts';
import { sharedReads } from '../../src/collect/shared-reads.ts';
import type { Host } from '../../src/model/host.ts';
import { silentLog } from '../../src/model/log.ts';
import { fakeHost } from './fake-host.ts';

/** The same host, and how often it was asked for each path. */
function counting(host: Host) {
  const times = new Map<string, number>();
  const count = (path: string) => times.set(path, (times.get(path) ?? 0) + 1);
  const counted: Host = {
    ...host,
    async read(path) {
      count(path);
      return host.read(path);
    },
  };
  return { host: counted, times };
}

describe('one run', () => {
  it('reads no device, no table of the firmware and no list of names twice', async () => {
    const { host, times } = counting(await rootedHost('test/fixtures/hosts/office-pc'));
    await collect(host, { log: silentLog });
    expect(times.get('/sys/firmware/dmi/tables/DMI')).toBe(1);
    expect(times.get('/usr/share/misc/pci.ids')).toBe(1);
    expect([...times].filter(([path, reads]) => path.startsWith('/sys/b') && reads > 1)).toEqual([]);
  });

  it('tells everyone the same refusal', async () => {
    const path = '/sys/firmware/dmi/tables/DMI';
    const host = sharedReads(fakeHost({ files: { [path]: '' }, forbidden: [path] }));
    await expect(host.read(path)).rejects.toMatchObject({ code: 'permission' });
    await expect(host.read(path)).rejects.toMatchObject({ code: 'permission' });
  });

  it('reads again what changes while it runs', async () => {
    const { host, times } = counting(fakeHost({ files: { '/proc/uptime': '1' } }));
    const shared = sharedReads(host);
    await Promise.all([shared.read('/proc/uptime'), shared.read('/proc/uptime')]);
    expect(times.get('/proc/uptime')).toBe(2);
  });
});
