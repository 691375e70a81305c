import { describe, expect, it } from 'vitest';
import { rootedHost } from '../../../src/collect/rooted-host.ts';
import { collect } from '../../../src/collect/run.ts';
import { localMoment, moment, text, whole } from '../../../src/collect/sources/values.ts';
import { hotfixDate } from '../../../src/collect/windows/hotfixes.ts';
import { isProductOn, isProductUpToDate } from '../../../src/collect/windows/product-state.ts';
import { deviceIds, letters, texts } from '../../../src/collect/windows/values.ts';
import type { Sections } from '../../../src/model/catalogue.ts';
import { silentLog } from '../../../src/model/log.ts';
import { linesOf, machineWith } from './recorded.ts';

const at = Date.UTC(2025, 2, 14, 8, 12, 45);

it.each([
  ['ISO 8601', '2025-03-14T08:12:45.0000000Z', at],
  ['the JSON of old', '/Date(1741939965000)/', at],
  ['WMI, east of Greenwich', '20250314091245.000000+060', at],
  ['WMI, west of Greenwich', '20250314041245.000000-240', at],
  ['nothing', null, undefined],
  ['a blank', '', undefined],
  ['words', 'vendredi 14 mars 2025', undefined],
])('reads a moment as %s has it', (_, value, expected) => {
  expect(moment(value)).toBe(expected);
});

it('tells a moment in the time of the machine, summer or winter', async () => {
  const host = await rootedHost('test/fixtures/hosts/windows-11');
  expect(localMoment(host, '2025-07-01T12:00:00Z')).toBe('2025-07-01T14:00:00');
  expect(localMoment(host, '2025-12-01T12:00:00Z')).toBe('2025-12-01T13:00:00');
});

it.each([
  ['11/2/2026', '2026-11-02'],
  ['13/2/2026', undefined],
  ['2/30/2026', undefined],
  ['01dae2f0c8f3a000', '2024-07-31'],
  ['2026-11-02', '2026-11-02'],
  ['', undefined],
  [undefined, undefined],
])('reads the day of a hotfix from %s', (value, expected) => {
  expect(hotfixDate(value)).toBe(expected);
});

it('takes numbers as texts, lists of one as texts, and nothing as nothing', () => {
  expect([whole('15360'), whole(15360), whole('15 360'), whole(null), whole(true), whole(-5)]).toEqual([
    ...[15360, 15360, undefined, undefined, undefined, undefined],
  ]);
  expect(texts('10.0.0.1')).toEqual(['10.0.0.1']);
  expect(texts(['10.0.0.1', null, ''])).toEqual(['10.0.0.1']);
  expect([texts(null), texts(undefined)]).toEqual([[], []]);
  expect([text(5), text(' a  b '), text(''), text(null), text({})]).toEqual([
    '5',
    'a b',
    undefined,
    undefined,
    undefined,
  ]);
});

it('reads the letters of a monitor up to the zeros that fill them; a serial number 0 is none', () => {
  expect(letters([68, 69, 76, 76, 32, 80, 50, 52, 0, 0])).toBe('DELL P24');
  expect([letters(null), letters([]), letters([48, 0]), letters(68)]).toEqual([undefined, undefined, undefined, 'D']);
});

it('finds maker and product in the name of a device', () => {
  expect(deviceIds('PCI\\VEN_8086&DEV_A0C8&SUBSYS_0991106B')?.pci).toBe('8086:a0c8');
  expect(deviceIds('USB\\VID_0bda&PID_8153\\001')?.product).toBe('8153');
  expect(deviceIds('USB\\ROOT_HUB30\\4&1')).toBeUndefined();
});

it.each([
  ['Defender, on', 397568, true, true],
  ['Defender, standing back', 393472, false, true],
  ['Defender, on, with old signatures', 397584, true, false],
  ['another, on', 266240, true, true],
  ['another, on, with old signatures', 266256, true, false],
  ['another, off', 262144, false, true],
  ['another, expired', 274432, false, true],
])('reads the state of an antivirus: %s', (_, state, on, upToDate) => {
  expect([isProductOn(state), isProductUpToDate(state)]).toEqual([on, upToDate]);
});

describe('a value of Windows', () => {
  async function sectionsWith(changes: Parameters<typeof machineWith>[1]): Promise<Sections> {
    return (await collect(await machineWith('windows-11', changes), { log: silentLog })).sections;
  }
  const rowOf = (source: string, at = 0) => {
    const rows = linesOf('windows-11').find((line) => line['source'] === source)?.['rows'];
    return (rows as readonly Record<string, unknown>[])[at];
  };

  it('is the memory of a graphics adapter only where Windows can count it', async () => {
    const gibibytes = (size: number | null, ram: number) => ({ ...rowOf('videos'), size, ram });
    const videos = {
      rows: [gibibytes(8 * 2 ** 30, 4293918720), gibibytes(null, 4293918720), gibibytes(null, 2 ** 31)],
    };
    const { videos: rows } = await sectionsWith({ videos });
    expect(rows?.map(({ memory }) => memory)).toEqual([8192, undefined, 2048]);
  });

  it('is the serial number that stands on the disk', async () => {
    const nvme = rowOf('disks');
    const disks = { rows: [nvme, { ...nvme, bus: 8, adapterSerial: 'CONTROLLER' }, { ...nvme, adapterSerial: null }] };
    const { storages } = await sectionsWith({ disks, opticals: { rows: [] } });
    expect(storages?.map(({ serial }) => serial)).toEqual([
      ...['SSC9N44181320AA5B', 'ACE4_2E00_354A_1B72', 'ACE4_2E00_354A_1B72'],
    ]);
  });

  it.each([
    ['protected', { ProtectionStatus: 1, EncryptionMethod: 7 }, 'Yes', 'XTS-AES 256', 'on'],
    ['suspended', { ProtectionStatus: 0, EncryptionMethod: 7 }, 'No', undefined, 'off'],
    ['locked', { ProtectionStatus: 2, EncryptionMethod: null }, undefined, undefined, undefined],
  ])('is the encryption of a volume that is %s', async (_, volume, status, algorithm, whole) => {
    const sections = await sectionsWith({ bitlocker: { rows: [{ DriveLetter: 'C:', ...volume }] } });
    expect(sections.drives?.[0]?.encryptionStatus).toBe(status);
    expect(sections.drives?.[0]?.encryptionAlgorithm).toBe(algorithm);
    expect(sections.security?.find(({ name }) => name === 'disk-encryption')?.state).toBe(whole);
  });

  it.each([
    ['left to Windows', {}, 'on'],
    ['installed by policy', { options: 4 }, 'on'],
    ['only announced', { options: 2 }, 'off'],
    ['forbidden by policy', { off: 1 }, 'off'],
    ['disabled', { start: 4 }, 'off'],
  ])('is whether updates are %s', async (_, change, state) => {
    const updates = { rows: [{ off: null, options: null, server: null, start: 3, restart: false, ...change }] };
    const { security } = await sectionsWith({ updates });
    expect(security?.find(({ name }) => name === 'automatic-updates')?.state).toBe(state);
  });

  it.each([
    ['of a BIOS', { firmware: 1, secureBoot: null }, 'unsupported'],
    ['switched off', { firmware: 2, secureBoot: 0 }, 'off'],
    ['on', { firmware: 2, secureBoot: 1 }, 'on'],
    ['untold', { firmware: 2, secureBoot: null }, undefined],
  ])('is a secure boot %s', async (_, startup, state) => {
    const { security } = await sectionsWith({ startup: { rows: [startup] } });
    expect(security?.find(({ name }) => name === 'secure-boot')?.state).toBe(state);
  });

  it('is the firewall of a policy before that of the machine, and off where its service is', async () => {
    const profile = { name: 'Public', service: 4, own: 1, policy: null };
    const profiles = {
      rows: [profile, { ...profile, policy: 0 }, { ...profile, service: 1 }, { ...profile, own: null }],
    };
    const { firewall } = await sectionsWith({ profiles, firewalls: { rows: [] } });
    expect(firewall?.map(({ status }) => status)).toEqual(['on', 'off', 'off', undefined]);
  });

  it('is Defender itself where there is no Security Center, with old signatures called old', async () => {
    const gone = { reason: 'Invalid namespace', category: 10, id: 'HRESULT 0x8004100e' };
    const defender = { ...rowOf('defender'), service: true, enabled: true, baseOf: '2026-11-10T00:00:00Z' };
    const { antivirus } = await sectionsWith({ antivirus: gone, defender: { rows: [defender] } });
    expect(antivirus).toMatchObject([{ name: 'Microsoft Defender Antivirus', enabled: true, upToDate: false }]);
  });

  it('is the program as Windows lists it: neither parts of others nor updates', async () => {
    const program = { key: 'a', root: 'HKEY_LOCAL_MACHINE', node: 'SOFTWARE', DisplayName: 'A' };
    const rows = [
      { ...program, InstallDate: 20250314, EstimatedSize: 0 },
      { ...program, DisplayName: 'part', SystemComponent: 1 },
      { ...program, DisplayName: 'update', ParentKeyName: 'A' },
      { ...program, DisplayName: '  ' },
    ];
    const { softwares } = await sectionsWith({ programs: { rows } });
    expect(softwares?.filter(({ from }) => from === 'registry')).toEqual([
      { name: 'A', guid: 'a', bitsWidth: 64, from: 'registry', installDate: '2025-03-14' },
    ]);
  });

  it('names no user in the folder of his program', async () => {
    const { softwares } = (await collect(await rootedHost('test/fixtures/hosts/windows-11'), { log: silentLog }))
      .sections;
    const own = softwares?.filter(({ userId }) => userId !== undefined) ?? [];
    expect(own.map(({ folder, uninstall }) => folder ?? uninstall)).toEqual([
      '%USERPROFILE%\\AppData\\Local\\Microsoft\\OneDrive\\25.199.1012.0002\\OneDriveSetup.exe /uninstall',
      '%USERPROFILE%\\AppData\\Local\\Programs\\Microsoft VS Code\\',
    ]);
    expect(JSON.stringify(softwares)).not.toContain('Hélène');
  });

  it('is every key only to its last five characters, whatever Windows says', async () => {
    const key = 'XKWPQ-BBBBB-CCCCC-DDDDD-EEEEE';
    const sections = await sectionsWith({ licences: { rows: [{ ...rowOf('licences'), PartialProductKey: key }] } });
    expect(sections.hardware?.[0]?.windowsProductKey).toBe('XXXXX-XXXXX-XXXXX-XXXXX-EEEEE');
    expect(sections.licenseinfos?.[0]?.key).toBe('XXXXX-XXXXX-XXXXX-XXXXX-EEEEE');
    expect(JSON.stringify(sections)).not.toContain('XKWPQ');
  });

  it('is who is logged in, at the console first and once', async () => {
    const computer = { rows: [{ ...rowOf('computer'), UserName: 'CORP\\lea' }] };
    const logons = {
      rows: [
        { user: 'max', domain: 'CORP' },
        { user: 'Lea', domain: 'corp' },
        { user: null, domain: null },
      ],
    };
    const { users, hardware } = await sectionsWith({ computer, logons });
    expect(users).toEqual([
      { login: 'lea', domain: 'CORP' },
      { login: 'max', domain: 'CORP' },
    ]);
    expect(hardware?.[0]).toMatchObject({ userDomain: 'CORP', users: ['lea', 'max'] });
  });

  it('is no address that privacy extensions make up anew every day', async () => {
    const { networks } = (await collect(await rootedHost('test/fixtures/hosts/windows-11'), { log: silentLog }))
      .sections;
    const addresses = networks?.map(({ ipAddress }) => ipAddress);
    expect(addresses).toContain('2a01:cb08:8d2:4400:9d71:42ad:8c30:17e2');
    expect(addresses).not.toContain('2a01:cb08:8d2:4400:31b5:6f0e:d2a4:7c19');
  });
});
