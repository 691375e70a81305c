import type { Host } from '../../model/host.ts';
import { attribute, attributeNumber, exists } from './text.ts';

/** What kind of interface a folder of /sys/class/net is; undefined where the kernel's word for it says nothing. */
export async function interfaceKind(host: Host, folder: string): Promise<string | undefined> {
  const hardwareType = await attributeNumber(host, `${folder}/type`);
  const [, declared = ''] = /^DEVTYPE=(.*)$/m.exec((await attribute(host, `${folder}/uevent`)) ?? '') ?? [];
  if (hardwareType === LOOPBACK) return 'loopback';
  if (declared === 'wlan' || (await exists(host, `${folder}/wireless`))) return 'Wifi';
  return DECLARED[declared] ?? (await tunnelDevice(host, folder)) ?? HARDWARE_TYPES[hardwareType ?? 0];
}

/** DEVTYPE of the uevent: what the driver calls its devices. */
const DECLARED: Readonly<Record<string, string>> = {
  bond: 'aggregate',
  bridge: 'bridge',
  vlan: 'vlan',
  macvlan: 'macvlan',
  wireguard: 'wireguard',
  vxlan: 'tunnel',
  geneve: 'tunnel',
  gre: 'tunnel',
  ppp: 'dialup',
  wwan: 'wwan',
  bluetooth: 'bluetooth',
};

const LOOPBACK = 772;
/** ARPHRD_* of linux/if_arp.h. */
const HARDWARE_TYPES: Readonly<Record<number, string>> = {
  1: 'ethernet',
  32: 'infiniband',
  512: 'dialup',
  768: 'tunnel',
  769: 'tunnel',
  776: 'tunnel',
  778: 'tunnel',
  823: 'tunnel',
};

const IFF_TAP = 2;

/** Devices of tun.ko, which virtual machines and VPN programs make. */
async function tunnelDevice(host: Host, folder: string): Promise<string | undefined> {
  const flags = await attribute(host, `${folder}/tun_flags`);
  if (flags === undefined) return undefined;
  return (Number(flags) & IFF_TAP) !== 0 ? 'tap' : 'tun';
}
