import { describe, expect, it } from 'vitest';
import { parseIfconfig } from '../../../src/collect/sources/ifconfig.ts';

const text = `bond0: flags=8843<UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST> mtu 9000
	ether 00:e0:4c:68:0a:1b
	inet6 fe80::2e0:4cff:fe68:a1b%bond0 prefixlen 64 duplicated scopeid 0x9
	inet6 2001:db8::5 prefixlen 128
	inet6 2001:db8::77:1 prefixlen 64 autoconf temporary
	media: autoselect (2500Base-T <full-duplex>)
	status: active
	bond interfaces: en6 en5
vlan7: flags=8842<BROADCAST,RUNNING,SIMPLEX,MULTICAST> mtu 1500
	vlan: 7 parent interface: bond0
	media: autoselect (<unknown type>)
	status: inactive
vlan0: flags=8842<BROADCAST,RUNNING,SIMPLEX,MULTICAST> mtu 1500
	vlan: 0 parent interface: <none>
ppp0: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1280
	inet 10.9.0.6 --> 10.9.0.1 netmask 0xff000000
stf0: flags=0<> mtu 1280
`;

describe('ifconfig', () => {
  const [bond, vlan, none, tunnel, empty, ...others] = parseIfconfig(text);

  it('shows an aggregate with its members, and addresses that stay', () => {
    expect(bond).toEqual({
      name: 'bond0',
      up: true,
      mtu: 9000,
      mac: '00:e0:4c:68:0a:1b',
      addresses: [{ address: '2001:db8::5', netmask: 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff' }],
      media: '2500Base-T <full-duplex>',
      vlan: undefined,
      parent: undefined,
      members: ['en6', 'en5'],
    });
  });

  it('shows a VLAN with its number and parent, where it has one', () => {
    expect(vlan).toMatchObject({ name: 'vlan7', up: false, vlan: 7, parent: 'bond0', addresses: [] });
    expect(none).toMatchObject({ name: 'vlan0', vlan: undefined, parent: undefined });
  });

  it('shows a tunnel by its own end', () => {
    expect(tunnel?.addresses).toEqual([{ address: '10.9.0.6', netmask: '255.0.0.0' }]);
    expect(tunnel?.up).toBe(true);
  });

  it('shows one that has nothing', () => {
    expect(empty).toMatchObject({ name: 'stf0', up: false, mtu: 1280, mac: undefined, members: [] });
    expect(others).toEqual([]);
  });

  it('may show none', () => {
    expect(parseIfconfig('')).toEqual([]);
    expect(parseIfconfig('ifconfig: interface does not exist\n')).toEqual([]);
  });
});
