import { hostname, machine, networkInterfaces, release } from 'node:os';
import type { HostAddress, HostFacts } from '../model/host.ts';

/** What the runtime tells of the machine it runs on. */
export function localFacts(): HostFacts {
  const userId = process.getuid?.();
  return {
    platform: process.platform,
    hostName: hostname(),
    machine: machine(),
    release: release(),
    ...(userId === undefined ? {} : { userId }),
    environment: process.env,
    now: Date.now,
    timezoneOffset: (at = Date.now()) => new Date(at).getTimezoneOffset(),
  };
}

export function localAddresses(): readonly HostAddress[] {
  return Object.entries(networkInterfaces()).flatMap(([name, addresses = []]) =>
    addresses.map(({ address, netmask, family, mac, internal }) => ({
      interface: name,
      address,
      netmask,
      family: family === 'IPv4' ? 4 : 6,
      mac,
      internal,
    })),
  );
}
