import type { SectionRow, Sections } from '../model/catalogue.ts';
import type { Model } from './data/models.ts';
import type { System } from './data/systems.ts';
import type { Random } from './random.ts';
import type { Place } from './roles.ts';

/** Network cards and, on Windows, the profiles of the firewall. */
export function networkSections(model: Model, system: System, place: Place, random: Random): Sections {
  const wired = wiredCard(model, system, place, random);
  const wireless = model.wifi ? [wirelessCard(model.wifi, system, random)] : [];
  return { networks: [wired, ...wireless], firewall: firewallOf(system) };
}

/** The address of a seat of a room; a second number where it was moved. */
export function addressOf(place: Place, host = 10 + place.seat): string {
  return `${place.network}.${host}`;
}

function wiredCard(model: Model, system: System, place: Place, random: Random): SectionRow<'networks'> {
  return {
    description: interfaceName(system, model.network),
    model: model.network,
    mac: `${model.macPrefix}:${random.fill('%%:%%:%%')}`,
    ipAddress: addressOf(place),
    ipMask: '255.255.255.0',
    ipSubnet: `${place.network}.0`,
    ipGateway: `${place.network}.254`,
    ...(place.role.wing === 'SRV' ? {} : { ipDhcp: `${place.network.replace(/\.\d+$/, '')}.1.11` }),
    status: 'Up',
    type: 'ethernet',
    speed: '1 Gbps',
    mtu: 1500,
    virtual: false,
  };
}

function wirelessCard(name: string, system: System, random: Random): SectionRow<'networks'> {
  return {
    description: system.family === 'windows' ? name : 'en1',
    model: name,
    mac: random.fill('a4:6b:b6:%%:%%:%%'),
    status: 'Down',
    type: 'wifi',
    virtual: false,
  };
}

function interfaceName(system: System, card: string): string {
  if (system.family === 'windows') return card;
  return system.family === 'macos' ? 'en0' : 'enp0s31f6';
}

function firewallOf(system: System): NonNullable<Sections['firewall']> {
  if (system.family !== 'windows')
    return [{ description: system.family === 'macos' ? 'pf' : 'nftables', status: 'on' }];
  return ['domain', 'public', 'standard'].map((profile) => ({
    profile,
    description: 'Pare-feu Windows Defender',
    status: 'on',
  }));
}
