import { describe, expect, it } from 'vitest';
import { linuxNetworks } from '../../../src/collect/linux/networks.ts';
import type { HostAddress } from '../../../src/model/host.ts';
import { type FakeMachine, fakeHost } from '../fake-host.ts';

async function rowsOf(machine: FakeMachine) {
  const collected = await linuxNetworks.collect(fakeHost(machine));
  return collected?.rows ?? [];
}

async function rowOf(name: string, machine: FakeMachine) {
  return (await rowsOf(machine)).find(({ description }) => description === name);
}

const net = '/sys/class/net';

function address(name: string, ip: string, netmask: string): HostAddress {
  return { interface: name, address: ip, netmask, family: ip.includes(':') ? 6 : 4, mac: '', internal: name === 'lo' };
}

describe('a server with two cards as one', () => {
  const machine: FakeMachine = {
    files: {
      [`${net}/bonding_masters`]: 'bond0\n',
      [`${net}/bond0/uevent`]: 'DEVTYPE=bond\nINTERFACE=bond0\nIFINDEX=4\n',
      [`${net}/bond0/type`]: '1\n',
      [`${net}/bond0/address`]: '3c:ec:ef:00:00:01\n',
      [`${net}/bond0/operstate`]: 'up\n',
      [`${net}/bond0/speed`]: '20000\n',
      [`${net}/bond0/duplex`]: 'full\n',
      [`${net}/bond0/bonding/mode`]: '802.3ad 4\n',
      [`${net}/bond0/lower_eno2`]: '',
      [`${net}/bond0/lower_eno1`]: '',
      [`${net}/bond0.120/uevent`]: 'DEVTYPE=vlan\nINTERFACE=bond0.120\n',
      [`${net}/bond0.120/type`]: '1\n',
      [`${net}/bond0.120/lower_bond0`]: '',
      [`${net}/storage/uevent`]: 'DEVTYPE=vlan\nINTERFACE=storage\n',
      [`${net}/storage/type`]: '1\n',
      [`${net}/storage/lower_bond0`]: '',
      [`${net}/eno1/type`]: '1\n',
      [`${net}/eno1/address`]: '3c:ec:ef:00:00:01\n',
      [`${net}/eno1/device/vendor`]: '0x8086\n',
      [`${net}/eno1/device/device`]: '0x1563\n',
      [`${net}/eno2/type`]: '1\n',
      [`${net}/eno2/address`]: '3c:ec:ef:00:00:01\n',
      [`${net}/eno2/bonding_slave/perm_hwaddr`]: '3c:ec:ef:00:00:02\n',
      '/proc/net/vlan/config':
        'VLAN Dev name\t | VLAN ID\nName-Type: VLAN_NAME_TYPE_RAW_PLUS_VID_NO_PAD\nbond0.120      | 120  | bond0\nstorage        | 300  | bond0\n',
    },
    links: {
      [`${net}/eno1`]: '../../devices/pci0000:3a/0000:3a:00.0/0000:3b:00.0/net/eno1',
    },
  };

  it('has an aggregate with its mode, its members and the speed of both', async () => {
    expect(await rowOf('bond0', machine)).toMatchObject({
      type: 'aggregate',
      bondMode: '802.3ad',
      slaves: ['eno1', 'eno2'],
      speed: '20 Gbps',
      duplex: 'Full',
    });
  });

  it('has VLANs with number and parent, whatever they are called', async () => {
    expect(await rowOf('bond0.120', machine)).toMatchObject({ type: 'vlan', vlanId: 120, base: 'bond0' });
    expect(await rowOf('storage', machine)).toMatchObject({ type: 'vlan', vlanId: 300, base: 'bond0' });
  });

  it('tells who is not root the number that stands in the name, and no other', async () => {
    const user = { ...machine, forbidden: ['/proc/net/vlan/config'] };
    expect((await rowOf('bond0.120', user))?.vlanId).toBe(120);
    expect((await rowOf('storage', user))?.vlanId).toBeUndefined();
  });

  it('keeps the address each card was made with, and the slot it is in', async () => {
    expect((await rowOf('eno2', machine))?.mac).toBe('3c:ec:ef:00:00:02');
    expect(await rowOf('eno1', machine)).toMatchObject({ pciSlot: '0000:3b:00.0', pciId: '8086:1563' });
  });

  it('has no interface that is the switch of a driver', async () => {
    expect(await rowOf('bonding_masters', machine)).toBeUndefined();
  });
});

describe('addresses', () => {
  const fibTrie = [
    'Main:',
    '  +-- 0.0.0.0/0 3 0 5',
    '        |-- 127.0.0.1',
    '           /32 host LOCAL',
    '     +-- 172.17.0.0/16 2 0 2',
    '           |-- 172.17.0.0',
    '              /16 link UNICAST',
    '           |-- 172.17.0.1',
    '              /32 host LOCAL',
    '        |-- 172.17.255.255',
    '           /32 link BROADCAST',
    '        |-- 192.0.2.2',
    '           /32 host LOCAL',
  ].join('\n');
  const routes =
    'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\neth0\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\ndocker0\t000011AC\t00000000\t0001\t0\t0\t0\t0000FFFF\n';

  it('are told of interfaces without a carrier too', async () => {
    const machine: FakeMachine = {
      files: {
        [`${net}/eth0/operstate`]: 'up',
        [`${net}/docker0/operstate`]: 'down',
        [`${net}/docker0/flags`]: '0x1003\n',
        '/proc/net/fib_trie': fibTrie,
        '/proc/net/route': routes,
        '/proc/net/if_inet6': 'fe800000000000000042acfffe110001 05 40 20 c0  docker0\n',
      },
      addresses: [address('eth0', '192.0.2.2', '255.255.255.0')],
    };
    const rows = (await rowsOf(machine)).filter(({ description }) => description === 'docker0');
    expect(rows.map(({ status, ipAddress, ipMask, ipSubnet }) => [status, ipAddress, ipMask, ipSubnet])).toEqual([
      ['Down', 'fe80::42:acff:fe11:1', 'ffff:ffff:ffff:ffff::', 'fe80::'],
      ['Down', '172.17.0.1', '255.255.0.0', '172.17.0.0'],
    ]);
  });

  it('of the loopback interface count where they are not those of every machine', async () => {
    const all = 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff';
    const usual = [address('lo', '127.0.0.1', '255.0.0.0'), address('lo', '::1', all)];
    const files = { [`${net}/lo/type`]: '772\n', [`${net}/lo/operstate`]: 'unknown\n', [`${net}/lo/flags`]: '0x9\n' };
    expect(await rowsOf({ files, addresses: usual })).toEqual([]);
    const anycast = [...usual, address('lo', '2001:db8::53', all)];
    expect(await rowsOf({ files, addresses: anycast })).toEqual([
      {
        description: 'lo',
        status: 'Up',
        type: 'loopback',
        virtual: false,
        ipAddress: '2001:db8::53',
        ipMask: all,
        ipSubnet: '2001:db8::53',
      },
    ]);
  });

  it('that another machine has as well are not this one’s', async () => {
    const files = {
      [`${net}/eth0/operstate`]: 'up',
      '/proc/net/if_inet6': `20010db8${'0'.repeat(23)}5 02 40 00 08 eth0\n`,
    };
    expect((await rowsOf({ files })).map(({ ipAddress }) => ipAddress)).toEqual([undefined]);
  });
});

describe('the DHCP server', () => {
  const machine = { addresses: [address('eth0', '192.0.2.9', '255.255.255.0')] };
  const sysfs = { [`${net}/eth0/ifindex`]: '2\n' };

  it.each([
    ['systemd-networkd', '/run/systemd/netif/leases/2', 'ADDRESS=192.0.2.9\nSERVER_ADDRESS=192.0.2.1\n'],
    [
      'dhclient',
      '/var/lib/dhcp/dhclient.eth0.leases',
      'lease {\n  interface "eth0";\n  fixed-address 192.0.2.9;\n  option dhcp-server-identifier 192.0.2.1;\n}\n',
    ],
    [
      'NetworkManager',
      '/var/lib/NetworkManager/internal-6f1c-eth0.lease',
      'ADDRESS=192.0.2.9\nSERVER_ADDRESS=192.0.2.1\n',
    ],
    ['dhcpcd', '/var/lib/dhcpcd/eth0.lease', offer('192.0.2.9', '192.0.2.1')],
  ])('is told by the lease of %s', async (_, path, lease) => {
    expect((await rowOf('eth0', { ...machine, files: { ...sysfs, [path]: lease } }))?.ipDhcp).toBe('192.0.2.1');
  });

  it('is not that of a lease which the interface no longer has', async () => {
    const files = { ...sysfs, '/run/systemd/netif/leases/2': 'ADDRESS=192.0.2.77\nSERVER_ADDRESS=192.0.2.1\n' };
    expect((await rowOf('eth0', { ...machine, files }))?.ipDhcp).toBeUndefined();
  });

  /** A DHCP packet, RFC 2131: the address at offset 16, the options behind the cookie. */
  function offer(yours: string, server: string): Uint8Array {
    const packet = Buffer.alloc(260);
    packet.set(yours.split('.').map(Number), 16);
    packet.set([0x63, 0x82, 0x53, 0x63, 0, 53, 1, 5, 54, 4, ...server.split('.').map(Number), 255], 236);
    return packet;
  }
});

describe('a Wi-Fi interface', () => {
  const sysfs = {
    [`${net}/wlan0/uevent`]: 'DEVTYPE=wlan\n',
    [`${net}/wlan0/ifindex`]: '3\n',
    [`${net}/wlan0/operstate`]: 'up\n',
  };
  const profile = (id: string, ssid: string) =>
    `[connection]\nid=${id}\nuuid=${id}\ntype=wifi\n\n[wifi]\nmode=infrastructure\nssid=${ssid}\n\n[wifi-security]\npsk=secret\n`;

  it('is in the network of the profile that NetworkManager uses', async () => {
    const folder = '/etc/NetworkManager/system-connections';
    const files = {
      ...sysfs,
      '/run/NetworkManager/devices/3': '[device]\nmanaged=true\nconnection-uuid=b\n',
      [`${folder}/a.nmconnection`]: profile('a', 'Maison'),
      [`${folder}/b.nmconnection`]: profile('b', 'Lycée B12'),
      '/var/lib/NetworkManager/seen-bssids': '[seen-bssids]\nb=00:11:22:AA:BB:CC,\n',
    };
    expect(await rowOf('wlan0', { files })).toMatchObject({
      type: 'Wifi',
      ssid: 'Lycée B12',
      bssid: '00:11:22:aa:bb:cc',
      wifiMode: 'Managed',
    });
    expect(JSON.stringify(await rowsOf({ files }))).not.toContain('secret');
  });

  it.each([
    [
      'wpa_supplicant',
      { '/etc/wpa_supplicant/wpa_supplicant-wlan0.conf': 'network={\n\tssid="Lycee"\n\tpsk="x"\n}\n' },
    ],
    ['iwd', { '/var/lib/iwd/Lycee.psk': '' }],
    ['iwd', { '/var/lib/iwd/=4c79636565.psk': '' }],
  ])('is in the only network that %s knows', async (_, files) => {
    expect((await rowOf('wlan0', { files: { ...sysfs, ...files } }))?.ssid).toBe('Lycee');
  });

  it('is in no network that is only one of several', async () => {
    const files = { ...sysfs, '/var/lib/iwd/Lycee.psk': '', '/var/lib/iwd/Maison.psk': '' };
    expect((await rowOf('wlan0', { files }))?.ssid).toBeUndefined();
  });

  it('that is down is in none', async () => {
    const files = { ...sysfs, [`${net}/wlan0/operstate`]: 'down\n', '/var/lib/iwd/Lycee.psk': '' };
    expect((await rowOf('wlan0', { files }))?.ssid).toBeUndefined();
  });
});

describe('the kind of an interface', () => {
  it.each([
    ['ethernet', { type: '1\n' }],
    ['wireguard', { type: '65534\n', uevent: 'DEVTYPE=wireguard\n' }],
    ['tun', { type: '65534\n', tun_flags: '0x1001\n' }],
    ['tap', { type: '1\n', tun_flags: '0x1002\n' }],
    ['tunnel', { type: '776\n' }],
    ['dialup', { type: '512\n' }],
    ['infiniband', { type: '32\n' }],
    ['bridge', { type: '1\n', uevent: 'DEVTYPE=bridge\n' }],
    [undefined, { type: '65534\n' }],
  ])('is %s', async (type, attributes) => {
    const files = Object.fromEntries(Object.entries(attributes).map(([name, text]) => [`${net}/x0/${name}`, text]));
    expect((await rowOf('x0', { files }))?.type).toBe(type);
  });

  it('comes without a speed where the driver does not know it', async () => {
    for (const speed of ['-1\n', '0\n', '']) {
      const files = { [`${net}/eth0/speed`]: speed, [`${net}/eth0/duplex`]: 'unknown\n', [`${net}/eth0/type`]: '1\n' };
      const row = await rowOf('eth0', { files });
      expect([row?.speed, row?.duplex]).toEqual([undefined, undefined]);
    }
  });
});
