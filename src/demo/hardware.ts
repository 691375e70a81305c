import type { SectionRow, Sections } from '../model/catalogue.ts';
import type { Model } from './data/models.ts';
import type { System } from './data/systems.ts';
import type { Random } from './random.ts';

/** What the case holds: sections of the topic hardware. */
export function hardwareSections(model: Model, system: System, random: Random): Sections {
  const serial = random.fill(model.serialPattern);
  const storages = model.disks.map((disk, index) => ({
    ...disk,
    name: diskName(system, disk.name, index),
    serial: random.fill(model.diskSerial),
  }));
  return {
    bios: [{ ...model.bios, serial, boardSerial: `.${serial}.${random.fill('CN########')}.` }],
    cpus: [model.cpu],
    memories: memoriesOf(model, random),
    slots: [...model.slots],
    storages,
    drives: drivesOf(system, storages[0]?.diskSize ?? 0, storages.length > 1, random),
    controllers: controllersOf(model),
    videos: [{ ...model.video, resolution: '1920x1080', pciSlot: '00:02.0' }],
    sounds: model.sound ? [{ name: 'Audio device', manufacturer: model.sound, description: 'rev 00' }] : [],
    ports: model.slots.length > 0 ? [...ports] : [],
    batteries: model.battery ? [{ ...model.battery, serial: random.fill('#####') }] : [],
    powersupplies: model.bios.type === 'Rack Mount Chassis' ? [powerSupply(random, 1), powerSupply(random, 2)] : [],
  };
}

const ports: readonly SectionRow<'ports'>[] = [
  { name: 'USB 3.2 front', type: 'USB', caption: 'Access Bus (USB)' },
  { name: 'USB 3.2 rear 1', type: 'USB', caption: 'Access Bus (USB)' },
  { name: 'USB 3.2 rear 2', type: 'USB', caption: 'Access Bus (USB)' },
  { name: 'DisplayPort 1', type: 'Video Port', caption: 'Other' },
  { name: 'HDMI', type: 'Video Port', caption: 'Other' },
  { name: 'LAN', type: 'Network Port', caption: 'RJ-45' },
  { name: 'Line out', type: 'Audio Port', caption: 'Mini Jack (headphones)' },
];

function diskName(system: System, name: string | undefined, index: number): string {
  if (system.family === 'windows') return `\\\\.\\PHYSICALDRIVE${index}`;
  return system.family === 'macos' ? `disk${index}` : (name ?? '');
}

/** Slot after slot: the filled ones first, then the empty ones. */
function memoriesOf(model: Model, random: Random): readonly SectionRow<'memories'>[] {
  return model.memorySlots.map((caption, slot) => {
    if (slot >= model.modules) return { caption, slot: slot + 1 };
    const serial = random.fill(model.moduleSerial).toUpperCase();
    return { caption, slot: slot + 1, ...model.module, ...(serial ? { serial } : {}) };
  });
}

function controllersOf(model: Model): readonly SectionRow<'controllers'>[] {
  const network: SectionRow<'controllers'> = {
    pciSlot: '00:1f.6',
    pciClass: '0200',
    name: 'Ethernet controller',
    type: 'Ethernet',
  };
  return [...model.chipset, { ...network, manufacturer: model.network }];
}

function powerSupply(random: Random, bay: number) {
  return {
    name: 'PWR SPLY,350W,RDNT,ARTESYN',
    manufacturer: 'DELL',
    partNumber: '09WR03A00',
    serial: random.fill('CN17972######@'),
    powerMax: '350 W',
    location: `PSU ${bay}`,
    status: 'Present, OK',
    plugged: 'Yes',
    hotReplaceable: 'Yes',
  };
}

/** Sizes in MiB of what a disk of so many MB holds once it is formatted. */
function drivesOf(system: System, diskMB: number, data: boolean, random: Random): readonly SectionRow<'drives'>[] {
  const size = Math.floor((diskMB * 1_000_000) / 1_048_576);
  const free = (total: number) => Math.floor((total * random.between(30, 70)) / 100);
  switch (system.family) {
    case 'windows':
      return [ntfs(size - 800, free(size))];
    case 'macos':
      return [drive('/', '/dev/disk3s1s1', 'apfs', size, free(size))];
    default:
      return [
        drive('/', '/dev/mapper/vg0-root', 'ext4', 93_000, free(93_000)),
        drive('/boot', data ? '/dev/sda2' : '/dev/nvme0n1p2', 'ext4', 943, 720),
        drive('/home', '/dev/mapper/vg0-home', 'ext4', size - 98_000, free(size - 98_000)),
        ...(data ? [drive('/srv', '/dev/sdb1', 'xfs', size, free(size))] : []),
      ];
  }
}

function ntfs(total: number, free: number): SectionRow<'drives'> {
  return { letter: 'C:', type: 'Hard Drive', volume: 'Windows', fileSystem: 'NTFS', total, free, system: true };
}

function drive(type: string, volume: string, fileSystem: string, total: number, free: number): SectionRow<'drives'> {
  return { type, volume, fileSystem, total, free };
}
