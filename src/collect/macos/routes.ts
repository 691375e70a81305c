import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { allowed } from '../sources/text.ts';
import { fromReport } from './from-report.ts';
import { servicesOf } from './network-services.ts';

/** Gateway, name servers and domain of the machine: those of the services it prefers. */
export const macosRoutes = fromReport('macos/routes', 'hardware', ['SPNetwork'], (parts) => {
  const services = servicesOf(parts('SPNetwork'));
  const dns = [...new Set(services.flatMap((service) => service.dns))];
  return [
    present({
      defaultGateway: services.find(({ gateway }) => gateway)?.gateway,
      dns: dns.length > 0 ? dns : undefined,
      workgroup: services.find(({ domain }) => domain)?.domain,
    }),
  ];
});

const DIRECTORIES = '/Library/Preferences/OpenDirectory/Configurations/Active Directory';

/** The Active Directory the machine belongs to: its settings are closed, their name is the domain. */
export const macosDirectory: Collector<'hardware'> = {
  name: 'macos/directory',
  section: 'hardware',
  platforms: ['darwin'],
  async collect(host: Host) {
    const names = await allowed(host.list(DIRECTORIES));
    const domain = names?.find((name) => name.endsWith('.plist'))?.replace(/\.plist$/, '');
    return domain === undefined ? undefined : { rows: [{ workgroup: domain }] };
  },
};
