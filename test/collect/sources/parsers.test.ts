import { isIPv6 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetText } from '../../../src/collect/linux/timezone.ts';
import { parseAptDeb822, parseAptList } from '../../../src/collect/sources/apt-sources.ts';
import { parseBootp } from '../../../src/collect/sources/bootp.ts';
import { chassisType } from '../../../src/collect/sources/chassis-types.ts';
import { parseColonFile } from '../../../src/collect/sources/colon-file.ts';
import { parseDpkgStatus } from '../../../src/collect/sources/dpkg-status.ts';
import { parseEdid } from '../../../src/collect/sources/edid.ts';
import { parseFibTrie } from '../../../src/collect/sources/fib-trie.ts';
import { hardwareIds } from '../../../src/collect/sources/hardware-ids.ts';
import { parseIni } from '../../../src/collect/sources/ini.ts';
import {
  ipv6Text,
  parseIpv6Addresses,
  prefixLength,
  prefixMask,
  subnet,
} from '../../../src/collect/sources/ip-address.ts';
import { parseKeyValues } from '../../../src/collect/sources/key-values.ts';
import { parseMountinfo } from '../../../src/collect/sources/mountinfo.ts';
import { parseResolvConf } from '../../../src/collect/sources/resolv-conf.ts';
import { parseConnectedRoutes, parseIpv6Routes, parseRoutes } from '../../../src/collect/sources/routes.ts';
import { parseUdev } from '../../../src/collect/sources/udev.ts';
import { withoutLogin } from '../../../src/collect/sources/uri.ts';
import { parseUtmp } from '../../../src/collect/sources/utmp.ts';

describe('addresses', () => {
  it.each([
    ['192.168.12.31', '255.255.252.0', '192.168.12.0'],
    ['10.1.2.3', '255.255.255.255', '10.1.2.3'],
    ['fd00::2', 'ffff:ffff:ffff:ffff::', 'fd00::'],
    ['2001:db8:12::a:1b2c', 'ffff:ffff:ffff:ffff::', '2001:db8:12::'],
    ['::1', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '::1'],
    ['fe80::fc:ff:fe00:1%eth0', 'ffc0::', 'fe80::'],
  ])('%s under the mask %s is in the network %s', (address, mask, expected) => {
    expect(subnet(address, mask)).toBe(expected);
  });

  it('have masks that are as long as their prefix', () => {
    expect([prefixMask(24, 4), prefixMask(20, 4), prefixMask(0, 4), prefixMask(32, 4)]).toEqual([
      '255.255.255.0',
      '255.255.240.0',
      '0.0.0.0',
      '255.255.255.255',
    ]);
    expect([prefixMask(64, 6), prefixMask(10, 6), prefixMask(128, 6)]).toEqual([
      'ffff:ffff:ffff:ffff::',
      'ffc0::',
      'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
    ]);
    fc.assert(
      fc.property(fc.nat(128), (prefix) => {
        expect(prefixLength(prefixMask(prefix, 6))).toBe(prefix);
      }),
    );
    fc.assert(
      fc.property(fc.nat(32), (prefix) => {
        expect(prefixLength(prefixMask(prefix, 4))).toBe(prefix);
      }),
    );
  });

  it('are written as an address that reads back as the same one', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const text = ipv6Text(bytes);
        expect(isIPv6(text)).toBe(true);
        expect(subnet(text, 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff')).toBe(text);
      }),
    );
  });
});

describe('routes', () => {
  it('give the default gateways, the lowest metric first', () => {
    const text = [
      'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT',
      'wlan0\t00000000\tFE01A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0',
      'eth0\t00000000\t010200C0\t0003\t0\t0\t100\t00000000\t0\t0\t0',
      'eth0\t000200C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0',
    ].join('\n');
    expect(parseRoutes(text)).toEqual([
      { interface: 'eth0', gateway: '192.0.2.1', metric: 100 },
      { interface: 'wlan0', gateway: '192.168.1.254', metric: 600 },
    ]);
  });

  it('know the IPv6 gateway, and take an unreachable default for none', () => {
    const zeros = '0'.repeat(32);
    const text = [
      `${zeros} 00 ${zeros} 00 fd000000000000000000000000000001 00000400 00000002 00000000 00000003     eth0`,
      `${zeros} 00 ${zeros} 00 ${zeros} ffffffff 00000001 00000000 00200200       lo`,
    ].join('\n');
    expect(parseIpv6Routes(text)).toEqual([{ interface: 'eth0', gateway: 'fd00::1', metric: 1024 }]);
  });
});

describe('package lists', () => {
  it('count only what is installed, and take no field from a description', () => {
    const text = [
      'Package: one\nStatus: install ok installed\nVersion: 1\nDescription: first\n Version: 9 is better\n',
      'Package: two\nStatus: deinstall ok config-files\nVersion: 2\n',
      'Package: three\nStatus: hold ok installed\nVersion: 3\nInstalled-Size: 12',
    ].join('\n');
    expect(parseDpkgStatus(text).map(({ name, version, summary }) => [name, version, summary])).toEqual([
      ['one', '1', 'first'],
      ['three', '3', ''],
    ]);
  });

  it('come from addresses, without the password that may stand in them', () => {
    expect(parseAptList('deb [arch=amd64] https://me:secret@example.org/debian stable main contrib # x')).toEqual([
      { uri: 'https://example.org/debian', suite: 'stable', components: ['main', 'contrib'], enabled: true },
    ]);
    expect(withoutLogin('smb://me:secret@server/printer')).toBe('smb://server/printer');
  });

  it('come from deb822 files, one for each suite, none of source code, switched off or not', () => {
    const text = [
      'Types: deb\n# remark\nURIs: http://deb.example.org/debian\nSuites: bookworm\n bookworm-updates\nComponents: main',
      'Types: deb-src\nURIs: http://deb.example.org/debian\nSuites: bookworm\nComponents: main',
      'Enabled: no\nTypes: deb\nURIs: http://off.example.org\nSuites: a\nComponents: main',
    ].join('\n\n');
    expect(parseAptDeb822(text).map(({ suite, enabled }) => [suite, enabled])).toEqual([
      ['bookworm', true],
      ['bookworm-updates', true],
      ['a', false],
    ]);
  });
});

describe('small files', () => {
  it('tell mounts, blanks in names included', () => {
    const line = '60 28 8:17 / /media/CLE\\040USB rw - vfat /dev/sdb1 rw\nnonsense';
    expect(parseMountinfo(line)).toEqual([
      { device: '8:17', root: '/', mountPoint: '/media/CLE USB', type: 'vfat', source: '/dev/sdb1' },
    ]);
  });

  it('tell name servers once each, and the domain before the search list', () => {
    expect(parseResolvConf('search a.example b.example\nnameserver 10.0.0.1\nnameserver 10.0.0.1\n')).toEqual({
      nameservers: ['10.0.0.1'],
      domain: 'a.example',
    });
    expect(parseResolvConf('search a.example\ndomain c.example\n').domain).toBe('c.example');
  });

  it('take quotes off values', () => {
    expect([...parseKeyValues(`A="x \\"y\\""\nB='z'\n# C=1\nD=\n`)]).toEqual([
      ['A', 'x "y"'],
      ['B', 'z'],
      ['D', ''],
    ]);
  });

  it('leave remarks and NIS markers out of accounts', () => {
    expect(parseColonFile('# x\n+::::::\nroot:x:0:0:root:/root:/bin/sh\n\n', 7)).toHaveLength(1);
  });

  it('undo what udev escapes', () => {
    expect(parseUdev('S:disk\nE:ID_MODEL_ENC=ST1000\\x20DM\\x20\\x20\n').get('ID_MODEL_ENC')).toBe('ST1000 DM');
  });

  it('survive any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 800 }), (bytes) => {
        parseUtmp(bytes);
        parseEdid(bytes);
        const text = Buffer.from(bytes).toString('latin1');
        parseBootp(Buffer.from(bytes));
        for (const parse of [
          parseIni,
          parseFibTrie,
          parseConnectedRoutes,
          parseIpv6Addresses,
          parseMountinfo,
          parseRoutes,
          parseIpv6Routes,
          parseDpkgStatus,
          parseAptDeb822,
        ])
          parse(text);
      }),
    );
  });
});

describe('tables', () => {
  it('name a device by its own vendor only', () => {
    const ids = hardwareIds(
      Buffer.from('# x\n1028  Dell\n\tabcd  Wrong\n8086  Intel\n\t1234  Right\n\t\t1028 0001  Sub\nffff  End'),
    );
    expect([ids.vendor('8086'), ids.device('8086', '1234'), ids.device('8086', 'abcd'), ids.vendor('0000')]).toEqual([
      'Intel',
      'Right',
      undefined,
      undefined,
    ]);
  });

  it('read the chassis whether or not it has a lock', () => {
    expect([
      chassisType(0x03),
      chassisType(0x83),
      chassisType(0x0a),
      chassisType(0x02),
      chassisType(undefined),
    ]).toEqual(['Desktop', 'Desktop', 'Notebook', undefined, undefined]);
  });

  it('write offsets from UTC as clocks do', () => {
    expect([offsetText(-60), offsetText(0), offsetText(210), offsetText(-345)]).toEqual([
      '+0100',
      '+0000',
      '-0330',
      '+0545',
    ]);
  });
});
