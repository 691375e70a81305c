import type { SectionRow, Sections } from '../model/catalogue.ts';
import type { Model } from './data/models.ts';
import type { System } from './data/systems.ts';
import { addressOf } from './network.ts';
import type { Random } from './random.ts';
import type { Place } from './roles.ts';

/** The machine as a whole, its virtual machines and what watches over it. */
export function systemSections(place: Place, model: Model, system: System, random: Random): Sections {
  return {
    hardware: [{ ...identityOf(place, random), ...systemFields(system), ...resourcesOf(place, model) }],
    timezone: [{ name: 'Europe/Paris', offset: '+0200' }],
    virtualmachines: place.role.wing === 'SRV' ? virtualMachines(random) : [],
    antivirus: system.family === 'windows' ? [defender] : [],
  };
}

/** What HARDWARE says of the operating system. */
export function systemFields(system: System): SectionRow<'hardware'> {
  return {
    osName: system.name,
    osVersion: system.version,
    osComments: system.comments,
    arch: system.family === 'macos' ? 'arm64' : 'x86_64',
  };
}

/** Memory as the system sees it: what the modules hold, less what the firmware keeps. */
export function visibleMemory(modules: readonly { readonly capacity?: number }[]): number {
  const installed = modules.reduce((sum, { capacity }) => sum + (capacity ?? 0), 0);
  return installed - Math.floor(installed / 64);
}

function identityOf(place: Place, random: Random): SectionRow<'hardware'> {
  return {
    name: place.name,
    uuid: random.fill('%%%%%%%%-%%%%-4%%%-a%%%-%%%%%%%%%%%%').toUpperCase(),
    workgroup: 'PEDAGO',
    vmSystem: 'Physical',
    ipAddresses: [addressOf(place)],
    defaultGateway: addressOf(place, 254),
    dns: [`${place.network.replace(/\.\d+$/, '')}.1.11`],
  };
}

function resourcesOf(place: Place, model: Model): SectionRow<'hardware'> {
  const modules = Array.from({ length: model.modules }, () => model.module);
  return {
    ...(model.cpu.type === undefined ? {} : { processorType: model.cpu.type }),
    ...(model.cpu.speed === undefined ? {} : { processorSpeed: model.cpu.speed }),
    processorCount: 1,
    memory: visibleMemory(modules),
    swap: place.role.model === 'imac' ? 1024 : 4096,
    ...(model.bios.type === undefined ? {} : { chassisType: model.bios.type }),
  };
}

const defender = {
  name: 'Windows Defender',
  company: 'Microsoft Corporation',
  version: '4.18.26070.5',
  enabled: true,
  upToDate: true,
  guid: '{D68DDC3A-831F-4fae-9E44-DA132C1ACF46}',
} as const;

function virtualMachines(random: Random): readonly SectionRow<'virtualmachines'>[] {
  const guest = (name: string, memory: number, vcpu: number, status: string): SectionRow<'virtualmachines'> => ({
    name,
    memory,
    vcpu,
    status,
    uuid: random.fill('%%%%%%%%-%%%%-4%%%-b%%%-%%%%%%%%%%%%'),
    subsystem: 'kvm',
    type: 'libvirt',
  });
  return [
    guest('annuaire', 4096, 2, 'running'),
    guest('glpi', 4096, 2, 'running'),
    guest('moodle', 8192, 4, 'running'),
    guest('tp-bac-a-sable', 2048, 1, 'off'),
  ];
}
