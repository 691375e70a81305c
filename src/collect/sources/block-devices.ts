import type { Host } from '../../model/host.ts';
import { attribute, attributeNumber } from './text.ts';

/** A disk, a partition of one, or what is built on them, as the kernel shows it below /sys/block. */
export interface BlockDevice {
  /** Such as `sda1`, `dm-0`, `md127`. */
  readonly name: string;
  readonly folder: string;
  /** `major:minor`. */
  readonly device: string | undefined;
  /** In millions of bytes. */
  readonly megabytes: number | undefined;
  readonly isPartition: boolean;
  /** Names of the devices it lies on. */
  readonly parents: readonly string[];
  /** Name and id that the device mapper was given: those of LVM, dm-crypt, multipath. */
  readonly mapped: { readonly name: string; readonly uuid: string } | undefined;
}

/** Without those in memory or made of files; undefined without /sys. */
export async function readBlockDevices(host: Host): Promise<readonly BlockDevice[] | undefined> {
  const names = await host.list('/sys/block');
  const wholes = names?.filter((name) => !/^(?:loop|ram|zram)\d/.test(name)).sort();
  return wholes && (await Promise.all(wholes.map((name) => withPartitions(host, name)))).flat();
}

/** Size of a block device in millions of bytes: the kernel counts sectors of 512, whatever the disk's own. */
export async function megabytesOf(host: Host, folder: string): Promise<number | undefined> {
  const sectors = await attributeNumber(host, `${folder}/size`);
  return sectors ? Math.round((sectors * 512) / 1e6) : undefined;
}

async function withPartitions(host: Host, name: string): Promise<readonly BlockDevice[]> {
  const folder = `/sys/block/${name}`;
  const inside = (await host.list(folder)) ?? [];
  const partitions = inside.filter((file) => file.startsWith(name) && /^p?\d+$/.test(file.slice(name.length)));
  const parents = inside.includes('slaves') ? [...((await host.list(`${folder}/slaves`)) ?? [])].sort() : [];
  const whole = {
    ...(await common(host, folder, name)),
    isPartition: false,
    parents,
    mapped: await mapping(host, folder),
  };
  const parts = partitions.sort(byNumber).map(async (part) => ({
    ...(await common(host, `${folder}/${part}`, part)),
    isPartition: true,
    parents: [name],
    mapped: undefined,
  }));
  return [whole, ...(await Promise.all(parts))];
}

function byNumber(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

async function common(host: Host, folder: string, name: string) {
  return { name, folder, device: await attribute(host, `${folder}/dev`), megabytes: await megabytesOf(host, folder) };
}

async function mapping(host: Host, folder: string): Promise<BlockDevice['mapped']> {
  const name = await attribute(host, `${folder}/dm/name`);
  return name === undefined ? undefined : { name, uuid: (await attribute(host, `${folder}/dm/uuid`)) ?? '' };
}

/** Path under which people and /proc/mounts know a device. */
export function pathOf({ name, mapped }: Pick<BlockDevice, 'name' | 'mapped'>): string {
  return mapped ? `/dev/mapper/${mapped.name}` : `/dev/${name}`;
}

/** How dm-crypt keeps what is on a device, such as `LUKS2`; undefined for any other device. */
export function cryptOf({ mapped }: BlockDevice): string | undefined {
  return /^CRYPT-([^-]+)/.exec(mapped?.uuid ?? '')?.[1];
}

/** What encrypts a device, itself or below it. */
export function encryptionOf(device: BlockDevice, all: readonly BlockDevice[], depth = 8): string | undefined {
  const found = cryptOf(device);
  if (found || depth === 0) return found;
  const parents = all.filter(({ name }) => device.parents.includes(name));
  return parents.map((parent) => encryptionOf(parent, all, depth - 1)).find((kind) => kind !== undefined);
}
