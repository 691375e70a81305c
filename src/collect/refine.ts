import type { SectionName, SectionRow, Sections } from '../model/catalogue.ts';
import { present } from '../model/present.ts';

/** The sections from which HARDWARE repeats a part. */
export const hardwareSources: readonly SectionName[] = ['bios', 'cpus', 'networks'];

/** The same sections, with what follows from several of them filled in. */
export function refine(sections: Sections): Sections {
  const hardware = sections.hardware?.[0];
  return hardware ? { ...sections, hardware: [{ ...derived(sections), ...hardware }] } : sections;
}

/** OCS protocol section 3.4: the first processor, how many there are, every IPv4 address. */
function derived({ bios, cpus, networks }: Sections): SectionRow<'hardware'> {
  return present({
    chassisType: bios?.[0]?.type,
    processorType: cpus?.[0]?.type,
    processorSpeed: cpus?.[0]?.speed,
    processorCount: cpus?.length || undefined,
    ipAddresses: networks?.flatMap(({ ipAddress }) => (ipAddress?.includes('.') ? [ipAddress] : [])),
  });
}
