import type { Inventory } from '../../src/model/inventory.ts';
import { inventory } from '../fleet/inventories.ts';

export type MadeMachine = Inventory & { readonly deviceId: string };

/** A machine of the size that is usual, the same for the same number; `packages` is how many are installed. */
export function madeMachine(number: number, packages: number): MadeMachine {
  const name = `pc-${String(number).padStart(4, '0')}`;
  const mac = `02:00:00:00:${hex(number >> 8)}:${hex(number & 255)}`;
  const sections = {
    hardware: [
      { name, uuid: `b1f0c2d4-0000-4000-a000-${String(number).padStart(12, '0')}`, memory: 8192, osName: 'Debian' },
    ],
    bios: [{ serial: `SN${number}`, manufacturer: 'Dell Inc.', model: 'OptiPlex 7090' }],
    networks: [{ description: 'eth0', mac, ipAddress: `10.0.${number >> 8}.${number & 255}`, ipGateway: '10.0.0.1' }],
    softwares: madePackages(number, packages),
  };
  const deviceId = `${name}-2026-11-16-08-00-00`;
  return { ...inventory(sections, { at: '2026-11-16T08:00:00.000Z' }), deviceId };
}

/** Packages of one machine, or of all that were installed alike; each has versions of its own. */
export function madePackages(number: number, count: number) {
  return Array.from({ length: count }, (_, place) => madePackage(number, place));
}

function madePackage(machine: number, place: number) {
  return {
    name: `package-${place}`,
    version: `${place % 9}.${(place * 7) % 31}.${machine}-1`,
    publisher: 'Debian Developers',
    installDate: '2026-03-14T09:26:53',
    architecture: 'amd64',
    fileSize: place * 4096,
    from: 'deb',
    comments: `does what package ${place} is good for`,
    category: 'utils',
  };
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
