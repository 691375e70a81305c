import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inventory } from '../../../src/model/inventory.ts';
import { encodeGlpi } from '../../../src/wire/glpi/inventory.ts';
import { anySections, numRuns, plainText } from '../arbitrary.ts';
import { inventoryOf } from '../captures.ts';

const nothing: Inventory = {
  deviceId: 'pc1',
  kind: 'computer',
  agent: 'parcours_v0.1.0',
  sections: {},
  reports: {},
  account: {},
  extras: [],
};

async function again(inventory: Inventory, strict = false): Promise<Inventory> {
  return inventoryOf(Buffer.from(encodeGlpi(inventory, { strict }).text));
}

/** Names that reach what all objects share are dropped on purpose. */
function isSafeKey(key: string): boolean {
  return !['__proto__', 'constructor', 'prototype'].includes(key);
}

function written(inventory: Partial<Inventory>) {
  return JSON.parse(encodeGlpi({ ...nothing, ...inventory }, { strict: true }).text).content;
}

async function read(content: object, envelope: object = {}): Promise<Inventory> {
  const document = { deviceid: 'pc1', content: { versionclient: 'GLPI-Agent_v1.12', ...content }, ...envelope };
  return inventoryOf(Buffer.from(JSON.stringify(document)));
}

describe('an inventory', () => {
  it('comes back as it was written', async () => {
    const account = fc.dictionary(plainText.filter(isSafeKey), plainText, { maxKeys: 3, noNullPrototype: true });
    const kind = fc.constantFrom('computer', 'phone', 'printer', 'network', 'unmanaged');
    await fc.assert(
      fc.asyncProperty(anySections, account, kind, async (sections, pairs, what) => {
        const reports = Object.fromEntries(Object.keys(sections).map((name) => [name, { state: 'complete' as const }]));
        const at = '2026-11-23T18:00:00.000Z';
        const inventory: Inventory = {
          ...nothing,
          kind: what,
          at,
          oldDeviceId: 'old',
          sections,
          reports,
          account: pairs,
        };
        expect(await again(inventory)).toEqual(inventory);
      }),
      { numRuns },
    );
  }, 600_000);

  it('keeps elements of another dialect, and what was said of sections', async () => {
    const extras = [
      { name: 'RUDDER', children: [{ name: 'UUID', text: 'x' }] },
      { name: 'error', text: 'low' },
    ];
    const reports = { bios: { state: 'failed', reason: 'needs-root' }, softwares: { state: 'unchanged' } } as const;
    const row = { name: 'eth', extras: [{ name: 'A', attributes: { b: 'c' }, text: 'd' }] };
    const sections = { controllers: [row], printers: [] };
    const told = { controllers: { state: 'complete' }, printers: { state: 'complete' } } as const;
    const inventory: Inventory = { ...nothing, extras, sections, reports: { ...reports, ...told } };
    expect(await again(inventory)).toEqual(inventory);
  });

  it('never says none of what was not collected', () => {
    const reports = { printers: { state: 'skipped' }, monitors: { state: 'complete' } } as const;
    expect(written({ sections: { printers: [], monitors: [] }, reports })).not.toHaveProperty('printers');
    expect(written({ sections: { printers: [], monitors: [] }, reports })).toMatchObject({ monitors: [] });
  });

  it('says what a strict document leaves out', () => {
    const sections = {
      hardware: [{ name: 'pc1', osName: 'Debian' }],
      jvms: [{ name: 'java' }],
      softwares: [{ version: '1' }, { name: 'x', language: 'fr' }],
    };
    expect(encodeGlpi({ ...nothing, sections, extras: [{ name: 'X', text: 'y' }] }, { strict: true }).lost).toEqual([
      'hardware.osName',
      'jvms',
      'softwares',
      'softwares.language',
      'X',
    ]);
  });

  it('of OCS loses in a strict document none of what a conversion by GLPI loses', async () => {
    const sections = {
      hardware: [{ name: 'pc1', osName: 'Debian GNU/Linux', osVersion: '6.1.0-13-amd64' }],
      cpus: [{ type: 'Intel(R) Core(TM) i5', cores: 4, logicalCpus: 8 }],
      softwares: [{ name: 'bash', version: '5.2', architecture: 'amd64' }],
      batteries: [{ name: 'BAT0', designCapacity: 57_000, designVoltage: 11_520 }],
    };
    expect((await again({ ...nothing, sections }, true)).sections).toMatchObject({
      operatingsystem: [{ fullName: 'Debian GNU/Linux', kernelVersion: '6.1.0-13-amd64' }],
      cpus: [{ type: 'Intel(R) Core(TM) i5', cores: 4, threads: 8 }],
      softwares: [{ name: 'bash', version: '5.2', architecture: 'amd64' }],
      batteries: [{ name: 'BAT0', designCapacity: 57_000, designVoltage: 11_520 }],
    });
  });
});

describe('what GLPI words otherwise', () => {
  it.each([
    ['bios', { firmwareDate: '10/05/2023' }, { bdate: '2023-10-05' }],
    ['operatingsystem', { installDate: '2023-10-05 10:00:00' }, { install_date: '2023-10-05 10:00:00' }],
    ['powersupplies', { plugged: 'Yes', hotReplaceable: 'No' }, { plugged: true, hotreplaceable: false }],
    ['slots', { name: 'J1', status: 'In Use' }, { name: 'J1', status: 'used' }],
    ['networks', { description: 'eth0', status: 'Up', mac: 'a' }, { description: 'eth0', status: 'up', mac: 'a' }],
    ['networks', { description: 'e', virtual: false, mtu: 1500 }, { description: 'e', virtualdev: false, mtu: 1500 }],
    [
      'softwares',
      { name: 'a', installDate: '2023-10-05T10:00:00' },
      { name: 'a', install_date: '2023-10-05 10:00:00' },
    ],
    ['localgroups', { id: '4', name: 'adm', members: ['a', 'b'] }, { id: '4', name: 'adm', members: ['a', 'b'] }],
    ['hardware', { dns: ['1.1.1.1', '9.9.9.9'] }, { dns: '1.1.1.1/9.9.9.9' }],
    ['cpus', { type: 'Ryzen', stepping: '2', arch: 'x86_64' }, { name: 'Ryzen', stepping: 2, arch: 'x86_64' }],
    ['batteries', { designCapacity: 50, madeOn: '2020-01-02' }, { capacity: 50, date: '2020-01-02' }],
  ] as const)('in %s: %j is %j', async (name, row, json) => {
    const key = { localgroups: 'local_groups' }[name as string] ?? name;
    const object = name === 'bios' || name === 'hardware' || name === 'operatingsystem' ? json : [json];
    expect(written({ sections: { [name]: [row] } })[key]).toEqual(object);
    expect((await read({ [key]: object })).sections[name]).toEqual([row]);
  });

  it.each([
    ['networks', { description: 'eth0', speed: '1 Gb/s' }, { description: 'eth0', speed: '1000' }],
    ['networks', { description: 'eth0', type: 'Ethernet' }, { description: 'eth0', type: 'ethernet' }],
    ['networks', { description: 'eth0', type: 'Token ring' }, { description: 'eth0' }],
    ['networks', { description: 'eth0', ipAddress: 'fe80::1' }, { description: 'eth0', ipaddress6: 'fe80::1' }],
    [
      'networks',
      { description: 'eth0', ipAddress: 'fd00::2', ipMask: 'ffff:ffff:ffff:ffff::', ipSubnet: 'fd00::' },
      { description: 'eth0', ipaddress6: 'fd00::2', ipmask6: 'ffff:ffff:ffff:ffff::', ipsubnet6: 'fd00::' },
    ],
    ['networks', { description: 'eth0', speed: '2.5 Gbps' }, { description: 'eth0', speed: '2500' }],
    ['virtualmachines', { name: 'web', status: 'stopped' }, { name: 'web', status: 'off' }],
    ['drives', { total: 258_019.4 }, { total: 258_019 }],
    ['controllers', { pciId: '8086:0d57' }, { vendorid: '8086', productid: '0d57' }],
    ['softwares', { name: 'a', bitsWidth: 64 }, { name: 'a', arch: 'x86_64' }],
    ['ports', { name: 'J1' }, { name: 'J1', type: 'None' }],
  ] as const)('and cannot hold as it is, in %s: %j is %j', (name, row, json) => {
    expect(written({ sections: { [name]: [row] } })[name]).toEqual([json]);
  });
});

describe('an absent section', () => {
  it('of a partial inventory is unchanged, and an empty one is none', async () => {
    const { sections, reports } = await read({ cpus: [{ name: 'Ryzen' }], printers: [] }, { partial: true });
    expect(sections).toEqual({ cpus: [{ type: 'Ryzen' }], printers: [] });
    expect(reports).toMatchObject({
      cpus: { state: 'complete' },
      printers: { state: 'complete' },
      softwares: { state: 'unchanged' },
      drives: { state: 'unchanged' },
    });
  });

  it('of a full inventory was not collected', async () => {
    const { reports } = await read({ cpus: [{ name: 'Ryzen' }] });
    expect(reports).toEqual({ cpus: { state: 'complete' }, softwares: { state: 'skipped', reason: 'not-sent' } });
  });
});

describe('a document', () => {
  it.each([
    [undefined, 'computer'],
    ['Computer', 'computer'],
    ['Phone', 'phone'],
    ['NetworkEquipment', 'network'],
    ['Printer', 'printer'],
    ['Unmanaged', 'unmanaged'],
    ['Glpi\\CustomAsset\\RackAsset', 'unmanaged'],
  ])('of a %s is one of kind %s', async (itemtype, kind) => {
    expect((await read({}, itemtype === undefined ? {} : { itemtype })).kind).toBe(kind);
  });

  it('carries a tag, and any id but the one that everybody has', async () => {
    expect(await read({}, { tag: 'B12', deviceid: 'any id' })).toMatchObject({
      account: { TAG: 'B12' },
      deviceId: 'any id',
    });
    expect((await read({}, { deviceid: 'foo' })).deviceId).toBeUndefined();
    await expect(read({}, { deviceid: '../../etc/passwd' })).rejects.toThrow('a slash');
    await expect(read({}, { deviceid: 'a'.repeat(256) })).rejects.toThrow('255');
  });

  it('may give numbers and booleans as texts, and one row where a list is due', async () => {
    const content = { memories: { capacity: '4096 MB' }, printers: [{ name: 'p', shared: '1', network: 'false' }] };
    expect((await read(content)).sections).toEqual({
      memories: [{ capacity: 4096 }],
      printers: [{ name: 'p', shared: true, network: false }],
    });
  });

  it('keeps what it does not know, with its kind', async () => {
    const cpus = [{ name: 'Ryzen', speed: 'fast', turbo: true, flags: ['a', 'b'] }];
    const { sections, extras } = await read({ cpus, plugin_x: { level: 3 }, envs: 'none' });
    expect(sections.cpus?.[0]?.extras?.map(({ name }) => name)).toEqual(['speed', 'turbo', 'flags']);
    expect(extras).toEqual([
      { name: 'plugin_x', children: [{ name: 'level', attributes: { json: 'number' }, text: '3' }] },
      { name: 'envs', text: 'none' },
    ]);
    expect(written({ sections, extras })).toMatchObject({
      cpus: [{ turbo: true, flags: ['a', 'b'] }],
      plugin_x: { level: 3 },
    });
  });

  it('reaches nothing that all objects share', async () => {
    const text =
      '{"deviceid":"a","content":{"__proto__":{"x":1},"hardware":{"name":"a","constructor":{"y":1},"_parcours":{"__proto__":{"z":1},"toString":"w"}}}}';
    const { sections, extras } = await inventoryOf(Buffer.from(text));
    expect([sections.hardware, extras]).toEqual([[{ name: 'a' }], []]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('passes over corrections that make no sense', async () => {
    const own = { memory: 'much', name: null, dns: [1], extras: [{ x: 1 }, 'y'] };
    const sections = { cpus: 'none', nonsense: [], drives: [{ letter: 5 }] };
    const decoded = await read({
      hardware: { name: 'a', memory: 4, _parcours: own },
      _parcours: { sections, account: { A: 1 } },
    });
    expect(decoded).toMatchObject({ sections: { hardware: [{ memory: 4, extras: [] }], drives: [{}] }, account: {} });
    expect(decoded.sections.hardware?.[0]?.name).toBeUndefined();
  });
});
