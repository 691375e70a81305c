import type { Host } from '../../model/host.ts';
import { attribute, attributeNumber, exists, linkName } from './text.ts';

/** A network interface as /sys/class/net shows it. */
export interface NetworkInterface {
  readonly name: string;
  readonly index: number | undefined;
  readonly loopback: boolean;
  readonly up: boolean;
  readonly virtual: boolean;
  readonly mac: string | undefined;
  readonly mtu: number | undefined;
  readonly type: string | undefined;
  /** Undefined where the driver does not know: it then says -1 or 0. */
  readonly megabits: number | undefined;
  readonly duplex: 'Full' | 'Half' | undefined;
  readonly driver: string | undefined;
  readonly pciSlot: string | undefined;
  /** The interface a VLAN is part of. */
  readonly base: string | undefined;
  /** The interfaces that make up a bridge or an aggregate. */
  readonly members: readonly string[];
}

export async function readInterface(host: Host, name: string): Promise<NetworkInterface> {
  const folder = `/sys/class/net/${name}`;
  const hardwareType = await attributeNumber(host, `${folder}/type`);
  const type = await typeName(host, folder, hardwareType);
  const lower = ((await host.list(folder)) ?? []).flatMap((entry) => /^lower_(.*)$/.exec(entry)?.[1] ?? []);
  const megabits = (await attributeNumber(host, `${folder}/speed`)) ?? 0;
  return {
    name,
    index: await attributeNumber(host, `${folder}/ifindex`),
    loopback: hardwareType === LOOPBACK,
    up: await isUp(host, folder),
    virtual: (await host.link(folder))?.includes('/virtual/') ?? false,
    mac: await attribute(host, `${folder}/address`),
    mtu: await attributeNumber(host, `${folder}/mtu`),
    type,
    megabits: megabits > 0 ? megabits : undefined,
    duplex: DUPLEXES[(await attribute(host, `${folder}/duplex`)) ?? ''],
    driver: await linkName(host, `${folder}/device/driver`),
    pciSlot: await pciSlot(host, folder),
    base: type === 'vlan' ? lower[0] : undefined,
    members: type === 'vlan' ? [] : lower.sort(),
  };
}

const DUPLEXES: Readonly<Record<string, 'Full' | 'Half'>> = { full: 'Full', half: 'Half' };
const LOOPBACK = 772;
// ARPHRD_* of linux/if_arp.h.
const HARDWARE_TYPES: Readonly<Record<number, string>> = { 1: 'ethernet', 32: 'infiniband', 512: 'dialup' };

async function typeName(host: Host, folder: string, hardwareType: number | undefined): Promise<string | undefined> {
  const [, kind] = /^DEVTYPE=(.*)$/m.exec((await attribute(host, `${folder}/uevent`)) ?? '') ?? [];
  if (kind === 'wlan' || (await exists(host, `${folder}/wireless`))) return 'Wifi';
  if (kind === 'bond') return 'aggregate';
  if (kind === 'bridge' || kind === 'vlan') return kind;
  return HARDWARE_TYPES[hardwareType ?? 0];
}

const IFF_UP = 1;

/** Tunnels and the like never learn their operating state: they are up when they were switched on. */
async function isUp(host: Host, folder: string): Promise<boolean> {
  const state = await attribute(host, `${folder}/operstate`);
  return state === 'up' || (state === 'unknown' && (Number(await attribute(host, `${folder}/flags`)) & IFF_UP) !== 0);
}

async function pciSlot(host: Host, folder: string): Promise<string | undefined> {
  const device = await linkName(host, `${folder}/device`);
  return device && /^[\da-f]{4}:[\da-f]{2}:[\da-f]{2}\.\d$/.test(device) ? device : undefined;
}
