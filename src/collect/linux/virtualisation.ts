import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { containerManager } from '../sources/container-manager.ts';
import { guestValues } from '../sources/hyperv-values.ts';
import { hypervisor, windowsSubsystem } from '../sources/hypervisor.ts';
import { exists } from '../sources/text.ts';

/** What the machine runs on: the name of a container's manager or of a hypervisor, or `Physical`. */
export const linuxVirtualisation: Collector<'hardware'> = {
  name: 'linux/virtualisation',
  section: 'hardware',
  platforms: ['linux'],
  async collect(host) {
    if (!(await exists(host, '/proc/cpuinfo'))) return undefined;
    const vmSystem = await runsOn(host);
    const values = vmSystem === 'Hyper-V' ? await guestValues(host) : undefined;
    return { rows: [present({ vmSystem, vmName: values?.get('VirtualMachineName') })] };
  },
};

async function runsOn(host: Host): Promise<string> {
  return (await containerManager(host)) ?? (await windowsSubsystem(host)) ?? (await hypervisor(host)) ?? 'Physical';
}
