import { type AnySections, isSectionName } from '../../src/model/catalogue.ts';

/** Every field that some row fills: `section.field`. What the catalogue does not know stands as `section.<TAG>`. */
export function filledFields(sections: AnySections): ReadonlySet<string> {
  const filled = new Set<string>();
  for (const [section, rows] of Object.entries(sections).filter(([name]) => isSectionName(name))) {
    for (const { extras = [], ...row } of rows ?? []) {
      for (const field of Object.keys(row)) filled.add(`${section}.${field}`);
      for (const { name } of extras) filled.add(`${section}.<${name}>`);
    }
  }
  return filled;
}

/** What another agent fills on a machine, ours does not, and nothing explains. */
export function unexplained(theirs: AnySections, ours: AnySections): readonly string[] {
  const filled = filledFields(ours);
  return [...filledFields(theirs)].filter((field) => !filled.has(field) && !isExplained(field)).sort();
}

export function isExplained(field: string): boolean {
  return field in why || wholeSections.some((section) => field.startsWith(`${section}.`));
}

const PRIVATE = 'holds secrets: nothing of it is sent unless it is asked for';
const OF_THE_RUN =
  'tells of the other agent and its run, not of the machine; ours stands in VERSIONCLIENT and PARCOURS';

/** Why ours leaves out what others send, by section or by field. */
export const why: Readonly<Record<string, string>> = {
  envs: PRIVATE,
  processes: PRIVATE,
  accesslog: OF_THE_RUN,
  versionprovider: OF_THE_RUN,
  'hardware.etime': OF_THE_RUN,
  'hardware.installDate': 'wrong: the birth of the root file system is 0, which is unknown and no day of 1970',
  'hardware.lastUser': 'wrong: `wtmp` is the first word of the line "wtmp begins …" that last(1) ends with',
  'hardware.lastLogin': 'wrong: the day wtmp was made; nobody has logged in',
  'networks.speed': 'wrong: -1 and 0 are how a driver says that it does not know',
  'networks.duplex': 'wrong: guessed from a speed that is not known',
  'networks.ipAddress6':
    'stands in ipAddress, in a row of its own, as OCS agents write it; to GLPI it is written apart',
  'networks.ipMask6': 'stands in ipMask',
  'networks.ipSubnet6': 'stands in ipSubnet',
  'operatingsystem.fqdn': 'wrong: a name without a domain is not fully qualified',
  'operatingsystem.hostId': 'wrong: made of the address 127.0.0.1, it is that of every machine',
  'storages.manufacturer':
    'wrong: the vendor number of the virtio specification; whoever emulates the disk does not say',
  'firewall.status': 'wrong: `off` because no tool was found; the rules of this kernel show in no file',
};
const wholeSections = Object.keys(why).filter(isSectionName);
