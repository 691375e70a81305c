import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localHost } from '../../../src/collect/local-host.ts';
import { macosInputs } from '../../../src/collect/macos/bluetooth.ts';
import { macosDrives } from '../../../src/collect/macos/drives.ts';
import { macosReceipts } from '../../../src/collect/macos/receipts.ts';
import { macosStorages } from '../../../src/collect/macos/storages.ts';
import { macosUsbDevices } from '../../../src/collect/macos/usb-devices.ts';
import { wholeMembers } from '../../../src/collect/macos/whole-members.ts';
import { rootedHost } from '../../../src/collect/rooted-host.ts';
import { collect } from '../../../src/collect/run.ts';
import { ParcoursError } from '../../../src/model/errors.ts';
import type { Host, RunResult } from '../../../src/model/host.ts';
import { silentLog } from '../../../src/model/log.ts';
import { isRunning } from '../../running.ts';
import { fakeHost } from '../fake-host.ts';

const PROFILER = '/usr/sbin/system_profiler';
const laptop = () => rootedHost('test/fixtures/hosts/macbook-air-fr');

/** A Mac on which one program answers otherwise. */
function answering(host: Host, program: string, answer: (usual: RunResult) => RunResult | Promise<RunResult>): Host {
  return {
    ...host,
    async run(asked, args, limits) {
      const usual = await host.run(asked, args, limits);
      return asked === program && usual ? answer(usual) : usual;
    },
  };
}

function read(host: Host) {
  return collect(host, { log: silentLog });
}

function emptiedBut(kept: string) {
  return (usual: RunResult): RunResult => {
    const report: object = JSON.parse(Buffer.from(usual.output).toString());
    const emptied = Object.entries(report).map(([type, parts]) => [type, type === kept ? parts : []]);
    return { ...usual, output: bytes(JSON.stringify(Object.fromEntries(emptied))) };
  };
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function refused(program: string): Promise<RunResult> {
  return Promise.reject(new ParcoursError('time-budget', `${program} took longer than 20000 ms`));
}

describe('the report of the system', () => {
  it('is asked for once, as is every other program', async () => {
    const host = await laptop();
    const started: string[] = [];
    await read({
      ...host,
      run(program, args, limits) {
        started.push([program, ...args].join(' '));
        return host.run(program, args, limits);
      },
    });
    expect(started.length).toBe(new Set(started).size);
    expect(started.map((line) => line.split(' ')[0]).sort()).toEqual([
      '/sbin/ifconfig',
      '/usr/bin/dscl',
      '/usr/bin/dscl',
      '/usr/sbin/diskutil',
      '/usr/sbin/pkgutil',
      '/usr/sbin/spctl',
      '/usr/sbin/system_profiler',
    ]);
  });

  it('costs what it alone tells where it hangs: the machine is still known, and so is the rest', async () => {
    const host = answering(await laptop(), PROFILER, () => ({ output: bytes(''), exitCode: -1, late: true }));
    const { sections, reports } = await read(host);
    expect(sections.hardware?.[0]).toMatchObject({
      name: 'MacBook-Air-de-Chloe',
      uuid: '7C1D93F0-5B1E-5C7A-9E44-2F60B8D1A3C5',
      osName: 'macOS 15.6.1',
      memory: 16_384,
    });
    expect(sections.bios?.[0]).toMatchObject({ model: 'Mac14,2', serial: 'H4QFR0TX2K' });
    expect(sections.softwares?.map(({ from }) => from)).toEqual(Array(4).fill('pkgutil'));
    expect(sections.networks?.find(({ ipAddress }) => ipAddress === '192.0.2.77')).toMatchObject({
      speed: '1 Gbps',
      duplex: 'Full',
    });
    expect(sections.localusers).toHaveLength(5);
    for (const section of ['hardware', 'bios', 'softwares', 'networks', 'security'] as const) {
      expect([section, reports[section]]).toEqual([
        section,
        { state: 'partial', reason: 'timed-out: system_profiler' },
      ]);
    }
    for (const section of ['usbdevices', 'batteries', 'videos', 'firewall', 'memories', 'printers'] as const) {
      expect([section, reports[section]]).toEqual([section, { state: 'failed', reason: 'timed-out: system_profiler' }]);
    }
    expect(reports.localusers).toEqual({ state: 'complete' });
  });

  it('is believed up to where it is torn', async () => {
    const torn = (usual: RunResult) => {
      const end = Buffer.from(usual.output).indexOf('"SPUSBDataType"') + 400;
      return { ...usual, output: usual.output.subarray(0, end) };
    };
    const { sections, reports } = await read(answering(await laptop(), PROFILER, torn));
    expect(sections.bios?.[0]?.firmwareVersion).toBe('11881.140.96');
    expect(reports.memories).toEqual({ state: 'complete' });
    expect(reports.usbdevices).toEqual({ state: 'failed', reason: 'failed: system_profiler wrote a torn report' });
    expect(sections.usbdevices).toBeUndefined();
  });

  it('that stops in the middle gives what it had written, and nothing outlives its time', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parcours-mac-'));
    try {
      const mac = await laptop();
      const report = await readFile('test/fixtures/hosts/macbook-air-fr/outputs/system_profiler.json');
      await writeFile(join(folder, 'half'), report.subarray(0, report.indexOf('"SPDisplaysDataType"')));
      const script = `echo $$ > ${folder}/pid; cat ${folder}/half; exec sleep 600`;
      const host: Host = {
        ...mac,
        run: (program, args, limits) =>
          program === PROFILER ? localHost().run('sh', ['-c', script], limits) : mac.run(program, args, limits),
      };
      const { sections, reports } = await collect(host, { log: silentLog, collectorMilliseconds: 3000 });
      expect(sections.memories).toHaveLength(1);
      expect(sections.usbdevices).toHaveLength(4);
      expect(reports.monitors).toEqual({ state: 'failed', reason: 'timed-out: system_profiler' });
      const pid = (await readFile(join(folder, 'pid'), 'utf8')).trim();
      await expect.poll(() => isRunning(pid)).toBe(false);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('of a release that writes no JSON says which does', async () => {
    const usage = { output: bytes('Usage: system_profiler [-listDataTypes]\n'), exitCode: 1 };
    const { reports } = await read(answering(await laptop(), PROFILER, () => usage));
    expect(reports.monitors?.reason).toBe('not-supported: system_profiler writes JSON from macOS 10.15 on');
  });

  it('may lack a data type, or have one that nobody knows', async () => {
    const changed = (usual: RunResult) => {
      const { SPCameraDataType: _, ...report } = JSON.parse(Buffer.from(usual.output).toString());
      return { ...usual, output: bytes(JSON.stringify({ ...report, SPHologramDataType: [{ _name: 'x' }] })) };
    };
    const { reports } = await read(answering(await laptop(), PROFILER, changed));
    expect(reports.cameras).toEqual({ state: 'failed', reason: 'not-supported: no SPCameraDataType' });
    expect(reports.sounds).toEqual({ state: 'complete' });
  });

  it('that is empty says that there is none of it, where it tells at all', async () => {
    const { sections, reports } = await read(answering(await laptop(), PROFILER, emptiedBut('SPApplicationsDataType')));
    expect(sections.printers).toEqual([]);
    expect(reports.printers).toEqual({ state: 'complete' });
    expect(sections.hardware?.[0]?.uuid).toBe('7C1D93F0-5B1E-5C7A-9E44-2F60B8D1A3C5');
  });

  it('whose own time was up is believed only in what it tells: an empty list is none of it', async () => {
    const { sections, reports } = await read(answering(await laptop(), PROFILER, emptiedBut('SPMemoryDataType')));
    expect(reports.memories).toEqual({ state: 'complete' });
    expect(reports.printers).toEqual({ state: 'failed', reason: 'timed-out: system_profiler' });
    expect(reports.softwares).toEqual({ state: 'partial', reason: 'timed-out: system_profiler' });
    expect(sections.printers).toBeUndefined();
  });

  it('is read where every value is of another type than it should be', async () => {
    const twisted = (usual: RunResult) => ({
      ...usual,
      output: bytes(
        Buffer.from(usual.output)
          .toString()
          .replace(/" : "[^"]*"/g, '" : [null, 7, {"a" : true}]'),
      ),
    });
    const { reports } = await read(answering(await laptop(), PROFILER, twisted));
    const failed = Object.entries(reports).filter(([, report]) => report?.reason?.startsWith('failed'));
    expect(failed).toEqual([]);
  });
});

describe('without root', () => {
  it('tells what it hides', async () => {
    const { reports } = await read(await laptop());
    expect(reports.softwares).toEqual({
      state: 'partial',
      reason: 'needs-root: programs in the home folders of others',
    });
  });

  it('hides nothing where nobody else lives', async () => {
    const host = await laptop();
    const alone = {
      ...host,
      list: async (path: string) => (path === '/Users' ? ['Shared', 'chloe'] : host.list(path)),
    };
    expect((await read(alone)).reports.softwares).toEqual({ state: 'complete' });
  });
});

describe('a program beside the report', () => {
  it('that hangs costs its own part', async () => {
    const { sections, reports } = await read(
      answering(await laptop(), '/usr/sbin/diskutil', () => refused('diskutil')),
    );
    expect(sections.drives).toHaveLength(3);
    expect(reports.drives?.state).toBe('partial');
    expect(reports.drives?.reason).toMatch(/^failed: FileVault: /);
    expect(sections.security?.some(({ name }) => name === 'disk-encryption')).toBe(false);
  });

  it('that writes no property list fails alone', async () => {
    const host = answering(await laptop(), '/usr/bin/dscl', (usual) => ({
      ...usual,
      output: usual.output.subarray(0, 900),
    }));
    const { reports } = await read(host);
    expect(reports.localusers?.reason).toMatch(/^failed: .*it ends too early/);
    expect(reports.users).toEqual({ state: 'complete' });
  });

  it('that has nothing to list is no failure, and one that fails is', async () => {
    const command = '/usr/sbin/pkgutil --regexp --pkg-info-plist .*';
    const host = fakeHost({ runs: { [command]: '' }, facts: { platform: 'darwin' } });
    expect(await macosReceipts.collect(host)).toEqual({ rows: [] });
    const broken: Host = { ...host, run: async () => ({ output: bytes(''), exitCode: 1 }) };
    expect(await macosReceipts.collect(broken)).toEqual({ rows: [], missing: 'failed: pkgutil ended with 1' });
  });

  it('may be missing', async () => {
    const host = fakeHost({ facts: { platform: 'darwin' } });
    expect(await macosDrives.collect(host)).toBeUndefined();
    expect(await macosReceipts.collect(host)).toBeUndefined();
  });
});

describe('devices', () => {
  const reporting = (report: object): Host => ({
    ...fakeHost({ facts: { platform: 'darwin' } }),
    run: async () => ({ output: bytes(JSON.stringify({ ...report, SPApplicationsDataType: [{}] })), exitCode: 0 }),
  });

  it('on USB have other names from macOS 26 on', async () => {
    const host = reporting({
      SPUSBDataType: [],
      SPUSBHostDataType: [
        { _name: 'USB 3.1 Bus', Driver: 'AppleT8132USBXHCI', USBKeyLocationID: '0x02000000' },
        {
          _name: 'USB 3.1 Bus',
          _items: [
            {
              _name: ' SanDisk 3.2 Gen1',
              USBDeviceKeyProductID: '0x55fd',
              USBDeviceKeyVendorID: '0x0781',
              USBDeviceKeyVendorName: ' USB',
              USBDeviceKeySerialNumber: 'Not Provided',
            },
          ],
        },
      ],
    });
    expect(await macosUsbDevices.collect(host)).toEqual({
      rows: [{ description: 'SanDisk 3.2 Gen1', manufacturer: 'USB', vendorId: '0781', productId: '55fd' }],
    });
  });

  it('on USB of macOS 26 with volumes are disks, once each', async () => {
    const stick = { device_name: 'DataTraveler 3.0', is_internal_disk: 'no', protocol: 'USB' };
    const volumes = [
      { _name: 'A', physical_drive: stick },
      { _name: 'B', physical_drive: stick },
      { _name: 'Macintosh HD', physical_drive: { device_name: 'APPLE SSD', is_internal_disk: 'yes' } },
      { _name: 'Image', physical_drive: { is_internal_disk: 'no', protocol: 'Disk Image' } },
    ];
    const host = reporting({
      SPNVMeDataType: [],
      SPSerialATADataType: [],
      SPUSBDataType: [],
      SPStorageDataType: volumes,
    });
    expect((await macosStorages.collect(host))?.rows).toEqual([
      { name: 'DataTraveler 3.0', model: 'DataTraveler 3.0', description: 'USB', interface: 'USB', type: 'disk' },
    ]);
  });

  it('that are paired are there, switched on or not', async () => {
    const keyboard = { 'Clavier d’Étienne': { device_minorType: 'Keyboard', device_vendorID: '0x05AC' } };
    const host = reporting({ SPBluetoothDataType: [{ device_not_connected: [keyboard] }] });
    expect((await macosInputs.collect(host))?.rows).toEqual([
      {
        type: 'Keyboard',
        caption: 'Clavier d’Étienne',
        description: 'Clavier d’Étienne',
        manufacturer: 'Apple',
        interface: 'Bluetooth',
      },
    ]);
  });
});

describe('a torn object', () => {
  it.each([
    ['{"a" : [1], "b" : [{"c" : "]}"}], "d" : [', { a: [1], b: [{ c: ']}' }] }],
    ['{"a" : [1]', { a: [1] }],
    ['{"a" : ["\\""], "b', { a: ['"'] }],
    ['{"a" : [', {}],
    ['nothing', {}],
    ['', {}],
  ])('keeps its whole members: %s', (json, members) => {
    expect(wholeMembers(json)).toEqual({ members, isWhole: false });
  });

  it('may be whole', () => {
    expect(wholeMembers('{"a" : []}')).toEqual({ members: { a: [] }, isWhole: true });
  });
});
