import type { Host } from '../../model/host.ts';
import { type BlockDevice, pathOf, readBlockDevices } from './block-devices.ts';
import { parseLvmBackup, type VolumeGroup } from './lvm.ts';
import { allowed, readText } from './text.ts';
import { readUdev } from './udev.ts';

export interface VolumeGroups {
  readonly groups: readonly VolumeGroup[];
  /** Why not all is known of them. */
  readonly missing?: string;
}

const FOLDER = '/etc/lvm/backup';

/**
 * The volume groups of the machine, without starting LVM's tools: the kernel tells everyone which volumes are active,
 * and LVM keeps for root what it last wrote of each group. A group that left the machine with its disks stays there.
 */
export async function readVolumeGroups(host: Host): Promise<VolumeGroups> {
  const devices = (await readBlockDevices(host)) ?? [];
  const names = await allowed(list(host));
  const active = activeGroups(devices);
  if (active.length === 0 && names?.length === 0) return { groups: [] };
  const members = await membersOf(host, devices);
  const written = (await Promise.all((names ?? []).map((name) => readBackup(host, name)))).flat();
  const here = written.filter((group) => isHere(group, active, members) || devices.length === 0);
  const unwritten = active.filter(({ uuid }) => !here.some((group) => group.uuid === uuid));
  const groups = [...here, ...unwritten.map((group) => withMembers(group, devices, members))];
  if (unwritten.length === 0) return { groups };
  return { groups, missing: names ? `failed: ${FOLDER} does not know ${unwritten[0]?.name}` : 'needs-root' };
}

async function list(host: Host): Promise<readonly string[]> {
  return (await host.list(FOLDER)) ?? [];
}

async function readBackup(host: Host, name: string): Promise<readonly VolumeGroup[]> {
  return parseLvmBackup((await readText(host, `${FOLDER}/${name}`)) ?? '');
}

/** Uuid of each device that is a physical volume, as udev found it. */
async function membersOf(host: Host, devices: readonly BlockDevice[]): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(devices.map(({ device }) => readUdev(host, device)));
  return new Map(
    found.flatMap((udev, at) => {
      const [name, uuid] = [devices[at]?.name, udev.get('ID_FS_UUID')];
      return name && uuid && udev.get('ID_FS_TYPE') === 'LVM2_member' ? [[name, uuid] as const] : [];
    }),
  );
}

function isHere(group: VolumeGroup, active: readonly VolumeGroup[], members: ReadonlyMap<string, string>): boolean {
  const uuids = new Set(members.values());
  return active.some(({ uuid }) => uuid === group.uuid) || group.physical.some(({ uuid }) => uuid && uuids.has(uuid));
}

/** The device mapper's id of a logical volume: `LVM-`, the ids of group and volume, and a word for a hidden part. */
const LVM_ID = /^LVM-(\w{32})(\w{32})$/;
const HIDDEN = /_(?:[tcmrv](?:data|meta|image|orig|origin)|mlog|pmspare)(?:_\d+)?$/;

/** What the kernel tells of the groups that have an active volume. */
export function activeGroups(devices: readonly BlockDevice[]): readonly VolumeGroup[] {
  const groups = new Map<string, VolumeGroup>();
  for (const { mapped, megabytes } of devices) {
    const [, group, volume] = LVM_ID.exec(mapped?.uuid ?? '') ?? [];
    const [groupName, name] = namesIn(mapped?.name ?? '');
    if (!group || !volume || !groupName || !name || HIDDEN.test(name)) continue;
    const known = groups.get(group) ?? { name: groupName, uuid: dashed(group), physical: [], logical: [] };
    const found = { name, uuid: dashed(volume), ...(megabytes === undefined ? {} : { megabytes }) };
    groups.set(group, { ...known, logical: [...known.logical, found] });
  }
  return [...groups.values()];
}

/** `debian--vg-root`: hyphens of the names are doubled, the one between them is single. */
function namesIn(mapped: string): readonly string[] {
  const [, group = '', volume = ''] = /^((?:[^-]|--)+)-((?:[^-]|--)+)$/.exec(mapped) ?? [];
  return [group, volume].map((name) => name.replaceAll('--', '-'));
}

/** As LVM writes it: `wGkSxx-1aLs-…`, six letters, five times four, six. */
function dashed(id: string): string {
  return id.replace(/^(.{6})(.{4})(.{4})(.{4})(.{4})(.{4})(.{6})$/, '$1-$2-$3-$4-$5-$6-$7');
}

/** The devices below its active volumes. */
function withMembers(
  group: VolumeGroup,
  devices: readonly BlockDevice[],
  members: ReadonlyMap<string, string>,
): VolumeGroup {
  const id = group.uuid.replaceAll('-', '');
  const below = devices.filter(({ mapped }) => mapped?.uuid.startsWith(`LVM-${id}`)).flatMap(({ parents }) => parents);
  const physical = devices
    .filter(({ name, mapped }) => below.includes(name) && !mapped?.uuid.startsWith('LVM-'))
    .map((device) => {
      const uuid = members.get(device.name);
      const { megabytes } = device;
      return {
        device: pathOf(device),
        ...(uuid ? { uuid } : {}),
        ...(megabytes === undefined ? {} : { megabytes }),
      };
    });
  return { ...group, physical };
}
