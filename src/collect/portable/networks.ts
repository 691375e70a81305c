import type { SectionRow } from '../../model/catalogue.ts';
import type { HostAddress } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { subnet } from '../sources/ip-address.ts';
import { meaningfulMac } from '../sources/meaningful.ts';
import { portablePlatformsAndMacos } from './platforms.ts';

/** Interfaces that have an address, which is all that every system tells without a program. */
export const portableNetworks: Collector<'networks'> = {
  name: 'portable/networks',
  section: 'networks',
  platforms: [...portablePlatformsAndMacos, 'win32'],
  async collect(host) {
    const addresses = await host.addresses();
    // Every machine that runs has one to itself.
    if (addresses.length === 0) return undefined;
    return { rows: addresses.filter(({ internal }) => !internal).map(networkRow) };
  },
};

function networkRow({ address, netmask, mac, ...named }: HostAddress): SectionRow<'networks'> {
  return present({
    description: named.interface,
    mac: meaningfulMac(mac),
    status: 'Up',
    ipAddress: address,
    ipMask: netmask,
    ipSubnet: subnet(address, netmask),
  });
}
