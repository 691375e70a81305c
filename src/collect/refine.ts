import type { SectionName, SectionRow, Sections } from '../model/catalogue.ts';
import { present } from '../model/present.ts';

/** The sections from which another repeats or concludes a part. */
const derivedFrom: { readonly [N in SectionName]?: readonly SectionName[] } = {
  hardware: ['bios', 'cpus', 'networks'],
  security: ['drives'],
};

export function sourcesOf(section: SectionName): readonly SectionName[] {
  return derivedFrom[section] ?? [];
}

/** A section, and those that need it. */
export function neededFor(section: SectionName): readonly SectionName[] {
  const others = Object.keys(derivedFrom) as SectionName[];
  return [section, ...others.filter((other) => sourcesOf(other).includes(section))];
}

/** The same sections, with what follows from several of them filled in. */
export function refine(sections: Sections): Sections {
  const hardware = sections.hardware?.[0];
  const encryption = sections.security && diskEncryption(sections);
  return {
    ...sections,
    ...(hardware && { hardware: [{ ...derived(sections), ...hardware }] }),
    ...(encryption && { security: [...(sections.security ?? []), encryption] }),
  };
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

/** What the firmware and the boot loader read cannot be encrypted; a disc or a stick is no disk of the machine. */
const APART = /^\/(?:boot|efi)(?:\/|$)|^(?:Removable|CD-Rom) Drive$/;

/** Whether the file systems on the disks of the machine are encrypted. */
function diskEncryption({ drives = [] }: Sections): SectionRow<'security'> | undefined {
  const states = drives
    .filter(({ type = '' }) => !APART.test(type))
    .flatMap(({ encryptionStatus }) => encryptionStatus ?? []);
  if (states.length === 0) return undefined;
  const encrypted = states.filter((state) => state === 'Yes').length;
  return { name: 'disk-encryption', state: encrypted === 0 ? 'off' : encrypted < states.length ? 'partly' : 'on' };
}
