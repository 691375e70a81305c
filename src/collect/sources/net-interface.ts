import type { Host } from '../../model/host.ts';
import { interfaceKind } from './interface-kind.ts';
import { attribute, attributeNumber, linkName } from './text.ts';

/** A network interface as /sys/class/net shows it. */
export interface NetworkInterface {
  readonly name: string;
  readonly index: number | undefined;
  readonly up: boolean;
  /** Switched on, but without a carrier: no cable, or a bridge without members. */
  readonly unplugged: boolean;
  readonly virtual: boolean;
  /** Its own, also while an aggregate lends it another. */
  readonly mac: string | undefined;
  readonly mtu: number | undefined;
  readonly type: string | undefined;
  /** Undefined where the driver does not know: it then says -1 or 0. */
  readonly megabits: number | undefined;
  readonly duplex: 'Full' | 'Half' | undefined;
  readonly driver: string | undefined;
  readonly pciSlot: string | undefined;
  /** `8086:15fb`. */
  readonly pciId: string | undefined;
  /** The interface on which this one is built, such as that of a VLAN. */
  readonly base: string | undefined;
  /** The interfaces that make up a bridge or an aggregate. */
  readonly members: readonly string[];
  /** How an aggregate shares out its traffic, such as `802.3ad`. */
  readonly bondMode: string | undefined;
}

export async function readInterface(host: Host, name: string): Promise<NetworkInterface> {
  const folder = `/sys/class/net/${name}`;
  const type = await interfaceKind(host, folder);
  const device = (await host.link(folder)) ?? '';
  const lower = ((await host.list(folder)) ?? []).flatMap((entry) => /^lower_(.*)$/.exec(entry)?.[1] ?? []).sort();
  const joins = JOINING.has(type ?? '') || lower.length > 1;
  const state = await stateOf(host, folder);
  return {
    name,
    index: await attributeNumber(host, `${folder}/ifindex`),
    ...state,
    virtual: device.includes('/virtual/'),
    mac: await ownMac(host, folder),
    mtu: await attributeNumber(host, `${folder}/mtu`),
    type,
    ...(await linkOf(host, folder, type !== 'loopback' && (state.up || state.unplugged))),
    driver: await linkName(host, `${folder}/device/driver`),
    pciSlot: PCI_DEVICE.exec(device)?.[1],
    pciId: PCI_DEVICE.test(device) ? await pciId(host, folder) : undefined,
    base: joins ? undefined : lower[0],
    members: joins ? lower : [],
    bondMode: (await attribute(host, `${folder}/bonding/mode`))?.split(' ')[0],
  };
}

const JOINING: ReadonlySet<string> = new Set(['bridge', 'aggregate']);
const DUPLEXES: Readonly<Record<string, 'Full' | 'Half'>> = { full: 'Full', half: 'Half' };
/** The PCI device itself, or the one behind which a paravirtual device stands. */
const PCI_DEVICE = /\/([\da-f]{4}:[\da-f]{2}:[\da-f]{2}\.\d)\/(?:virtio\d+\/)?net\//;

/** Asked only of what is switched on: the driver answers, and has nothing to say of the others. */
async function linkOf(host: Host, folder: string, on: boolean): Promise<Pick<NetworkInterface, 'megabits' | 'duplex'>> {
  if (!on) return { megabits: undefined, duplex: undefined };
  const megabits = (await attributeNumber(host, `${folder}/speed`)) ?? 0;
  return {
    megabits: megabits > 0 ? megabits : undefined,
    duplex: DUPLEXES[(await attribute(host, `${folder}/duplex`)) ?? ''],
  };
}

/** The members of an aggregate all answer to its address; the driver keeps the one they were made with. */
async function ownMac(host: Host, folder: string): Promise<string | undefined> {
  return (await attribute(host, `${folder}/bonding_slave/perm_hwaddr`)) ?? (await attribute(host, `${folder}/address`));
}

/** A paravirtual device has the numbers of virtio, not of PCI. */
async function pciId(host: Host, folder: string): Promise<string | undefined> {
  const [vendor, device] = [
    await attribute(host, `${folder}/device/vendor`),
    await attribute(host, `${folder}/device/device`),
  ];
  const numbers = `${vendor} ${device}`.match(/^0x([\da-f]{4}) 0x([\da-f]{4})$/);
  return numbers && vendor !== VIRTIO ? `${numbers[1]}:${numbers[2]}` : undefined;
}

const VIRTIO = '0x1af4';
const IFF_UP = 1;

/** Tunnels and the like never learn their operating state: they are up when they were switched on. */
async function stateOf(host: Host, folder: string): Promise<Pick<NetworkInterface, 'up' | 'unplugged'>> {
  const state = await attribute(host, `${folder}/operstate`);
  const on = (Number(await attribute(host, `${folder}/flags`)) & IFF_UP) !== 0;
  const up = state === 'up' || (state === 'unknown' && on);
  return { up, unplugged: on && !up };
}
