import { describe, expect, it } from 'vitest';
import { onceHost } from '../../src/collect/once-host.ts';
import { rootedHost } from '../../src/collect/rooted-host.ts';
import { collect } from '../../src/collect/run.ts';
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
    const host = onceHost(fakeHost({ files: { [path]: '' }, forbidden: [path] }));
    await expect(host.read(path)).rejects.toMatchObject({ code: 'permission' });
    await expect(host.read(path)).rejects.toMatchObject({ code: 'permission' });
  });

  it('starts a program once with the same arguments, and asks systeminformation once', async () => {
    const asked: string[] = [];
    const host = onceHost({
      ...fakeHost({}),
      async run(program, args) {
        asked.push(`${program} ${args.join(' ')}`);
        return { output: new Uint8Array(), exitCode: 0 };
      },
      async portable(name) {
        asked.push(name);
        return {};
      },
    });
    const limits = { milliseconds: 1000, bytes: 1000 };
    await Promise.all([host.run('a', ['1'], limits), host.run('a', ['1'], limits), host.run('a', ['2'], limits)]);
    await Promise.all([host.portable('cpu'), host.portable('cpu'), host.portable('mem')]);
    expect(asked).toEqual(['a 1', 'a 2', 'cpu', 'mem']);
  });

  it('reads again what changes while it runs', async () => {
    const { host, times } = counting(fakeHost({ files: { '/proc/uptime': '1' } }));
    const shared = onceHost(host);
    await Promise.all([shared.read('/proc/uptime'), shared.read('/proc/uptime')]);
    expect(times.get('/proc/uptime')).toBe(2);
  });
});
