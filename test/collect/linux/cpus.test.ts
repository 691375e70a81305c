import { describe, expect, it } from 'vitest';
import { linuxCpus } from '../../../src/collect/linux/cpus.ts';
import { parseCpuList } from '../../../src/collect/sources/cpu-cache.ts';
import { type FakeMachine, fakeHost } from '../fake-host.ts';
import { dumpOf, smbiosMachines } from '../smbios-machines.ts';

async function cpusOf(machine: FakeMachine) {
  const collected = await linuxCpus.collect(fakeHost(machine));
  return collected?.rows ?? [];
}

/** Blocks of /proc/cpuinfo, as x86 kernels write them. */
function x86(cpus: readonly (readonly [socket: number, core: number])[], coresPerSocket: number, more = ''): string {
  const blocks = cpus.map(([socket, core], at) =>
    [
      `processor\t: ${at}`,
      'vendor_id\t: GenuineIntel',
      'cpu family\t: 6',
      'model\t\t: 79',
      'model name\t: Intel(R) Xeon(R) CPU E5-2630 v4 @ 2.20GHz',
      'cpu MHz\t\t: 1200.000',
      `physical id\t: ${socket}`,
      `core id\t\t: ${core}`,
      `cpu cores\t: ${coresPerSocket}`,
      'flags\t\t: fpu lm ht',
      `address sizes\t: 46 bits physical, 48 bits virtual${more}`,
    ].join('\n'),
  );
  return `${blocks.join('\n\n')}\n\n`;
}

const count = { sockets: 2, cores: 2, threads: 4, logicalCpus: 4, hyperthreading: 'yes' };

describe('processors', () => {
  it('are one row a socket, with the threads of their cores', async () => {
    const places = [0, 1, 0, 1].flatMap((socket) => [0, 1].map((core) => [socket, core] as const));
    const rows = await cpusOf({ files: { '/proc/cpuinfo': x86(places, 2) } });
    expect(rows).toMatchObject([count, count]);
    expect(rows[0]).toMatchObject({ type: expect.stringContaining('E5-2630'), speed: 2200, dataWidth: 64 });
  });

  it('take socket, cores present and voltage from the firmware, in the order of the sockets', async () => {
    const table = dumpOf(smbiosMachines[1] ?? { name: '', version: 0, structures: [] }).subarray(32);
    const files = {
      '/proc/cpuinfo': x86(
        [0, 1].flatMap((socket) => [[socket, 0] as const, [socket, 1] as const]),
        2,
      ),
      '/sys/firmware/dmi/tables/DMI': table,
    };
    expect(await cpusOf({ files })).toMatchObject([
      { socket: 'Proc 1', cores: 2, coreCount: 10, voltage: '1.2 V', externalClock: '100', status: 'Enabled' },
      { socket: 'Proc 2', cores: 2, coreCount: 10, hyperthreading: 'no' },
    ]);
  });

  it('count what is switched on where some are off', async () => {
    const rows = await cpusOf({
      files: {
        '/proc/cpuinfo': x86(
          [
            [0, 0],
            [0, 1],
            [0, 3],
          ],
          3,
        ),
      },
    });
    expect(rows).toMatchObject([{ sockets: 1, cores: 3, logicalCpus: 3, hyperthreading: 'no' }]);
  });

  it('count a cache once for all who share it', async () => {
    const cache = (cpu: number, index: number, size: string, sharedBy: string) => ({
      [`/sys/devices/system/cpu/cpu${cpu}/cache/index${index}/level`]: `${index}\n`,
      [`/sys/devices/system/cpu/cpu${cpu}/cache/index${index}/size`]: `${size}\n`,
      [`/sys/devices/system/cpu/cpu${cpu}/cache/index${index}/shared_cpu_list`]: `${sharedBy}\n`,
    });
    const files = {
      '/proc/cpuinfo': x86(
        [
          [0, 0],
          [0, 1],
          [0, 0],
          [0, 1],
        ],
        2,
      ),
      ...Object.assign({}, ...[0, 1, 2, 3].map((cpu) => cache(cpu, 2, '512K', `${cpu % 2},${(cpu % 2) + 2}`))),
      ...Object.assign({}, ...[0, 1, 2, 3].map((cpu) => cache(cpu, 3, '16M', '0-3'))),
    };
    expect(await cpusOf({ files })).toMatchObject([{ l2Cache: '1024', cache: 'L3 16384 KiB' }]);
  });

  it('of two kinds in one chip are one socket, named after both', async () => {
    const core = (at: number, part: string) =>
      `processor\t: ${at}\nBogoMIPS\t: 48.00\nCPU implementer\t: 0x41\nCPU architecture: 8\nCPU part\t: ${part}\nCPU revision\t: 4\n`;
    const parts = ['0xd03', '0xd03', '0xd03', '0xd03', '0xd08', '0xd08'];
    const files = {
      '/proc/cpuinfo': parts.map((part, at) => core(at, part)).join('\n'),
      '/proc/device-tree/model': 'Radxa ROCK Pi 4B\0',
      ...Object.fromEntries(
        parts.flatMap((part, at) => [
          [`/sys/devices/system/cpu/cpu${at}/topology/physical_package_id`, part === '0xd03' ? '0' : '1'],
          [`/sys/devices/system/cpu/cpu${at}/topology/thread_siblings_list`, `${at}`],
        ]),
      ),
      '/sys/devices/system/cpu/cpu0/cpufreq/cpuinfo_max_freq': '1416000\n',
    };
    const rows = await cpusOf({ files, facts: { machine: 'aarch64' } });
    expect(rows).toMatchObject([
      { type: 'Cortex-A72 + Cortex-A53', manufacturer: 'ARM', sockets: 1, cores: 6, threads: 6, speed: 1416 },
    ]);
  });

  it('of a virtual machine have the speed of its clock', async () => {
    const virtual = x86([[0, 0]], 1)
      .replace('@ 2.20GHz', '')
      .replace('lm ht', 'lm ht hypervisor');
    expect(await cpusOf({ files: { '/proc/cpuinfo': virtual } })).toMatchObject([{ speed: 1200 }]);
    expect((await cpusOf({ files: { '/proc/cpuinfo': virtual.replace('hypervisor', '') } }))[0]?.speed).toBeUndefined();
  });

  it('are not called none where the kernel writes them in a way of its own', async () => {
    const files = { '/proc/cpuinfo': 'vendor_id       : IBM/S390\n# processors    : 2\n' };
    expect(await linuxCpus.collect(fakeHost({ files, facts: { machine: 's390x' } }))).toEqual({
      rows: [],
      missing: 'not-supported: processors of s390x',
    });
  });
});

describe('a list of processors', () => {
  it.each([
    ['0-3,8', [0, 1, 2, 3, 8]],
    ['5', [5]],
    ['', []],
    ['3-1', []],
    ['x', []],
  ])('%j is read', (text, expected) => {
    expect(parseCpuList(text)).toEqual(expected);
  });

  it('is never longer than a machine can have', () => {
    expect(parseCpuList('0-999999999999').length).toBe(65_536);
  });
});
