import type { SectionName, SectionRow } from '../model/catalogue.ts';
import type { AnyRow } from '../model/descriptor.ts';
import type { Finding, FindingCode, FindingLevel } from '../model/finding.ts';
import { present } from '../model/present.ts';
import type { SectionView } from './fleet.ts';

/** What is wrong with the protection of a machine, the worst first. What is not known is never held against it. */
export function findingsOf(sections: readonly SectionView[]): readonly Finding[] {
  const found = [
    ...arrayFindings(sections),
    ...firewallFindings(sections),
    ...antivirusFindings(sections),
    ...checkFindings(sections),
  ];
  return [...found.filter(({ level }) => level === 'wrong'), ...found.filter(({ level }) => level === 'watch')];
}

/** RAID arrays that lack disks: one more that fails may take the data with it. */
function arrayFindings(sections: readonly SectionView[]): readonly Finding[] {
  return rowsOf(sections, 'volumes').flatMap(({ state, name, disks }) =>
    state === 'degraded' ? [wrong('array-degraded', 'volumes', [name, disks].filter(Boolean).join(' '))] : [],
  );
}

/** Profiles count one by one, unless a firewall without any stands in for them; of those it is enough that one is on. */
function firewallFindings(sections: readonly SectionView[]): readonly Finding[] {
  const rows = rowsOf(sections, 'firewall');
  if (rows.length === 0) return isKnown(sections, 'firewall') ? [wrong('no-firewall', 'firewall')] : [];
  const off = rows.filter(({ status }) => isOff(status));
  if (rows.some(({ profile, status }) => profile === undefined && isOn(status))) return [];
  const profiles = off.flatMap(({ profile }) =>
    profile === undefined ? [] : [wrong('firewall-off', 'firewall', profile)],
  );
  const isAllOff = off.length === rows.length && isKnown(sections, 'firewall');
  return profiles.length > 0 || !isAllOff ? profiles : [wrong('no-firewall', 'firewall')];
}

function antivirusFindings(sections: readonly SectionView[]): readonly Finding[] {
  const rows = rowsOf(sections, 'antivirus');
  if (rows.length === 0) return isBare(sections) ? [wrong('no-antivirus', 'antivirus')] : [];
  const isWatched = rows.some(({ enabled }) => enabled !== false);
  return rows.flatMap((row): readonly Finding[] => {
    if (row.enabled === false) return isWatched ? [] : [wrong('antivirus-off', 'antivirus', row.name)];
    return row.upToDate === false ? [wrong('antivirus-outdated', 'antivirus', row.name)] : [];
  });
}

/** A Windows without an antivirus; other systems commonly have none. */
function isBare(sections: readonly SectionView[]): boolean {
  const isWindows = rowsOf(sections, 'hardware').some(({ osName }) => osName?.includes('Windows'));
  return isWindows && isKnown(sections, 'antivirus');
}

function checkFindings(sections: readonly SectionView[]): readonly Finding[] {
  const checks = rowsOf(sections, 'security').flatMap(({ name = '', state = '', count }): readonly Finding[] => {
    const [level, code] = JUDGED[`${name} ${state}`] ?? [];
    return level && code ? [{ level, code, section: 'security', ...present({ count }) }] : [];
  });
  const isInsecureBoot = rowsOf(sections, 'bios').some(({ secureBoot }) => secureBoot?.toLowerCase() === 'disabled');
  const isTold = checks.some(({ code }) => code === 'secure-boot-off');
  return isInsecureBoot && !isTold ? [...checks, { level: 'watch', code: 'secure-boot-off', section: 'bios' }] : checks;
}

/** Subject and state of a row of the section `security` that are not as they should be. */
const JUDGED: Readonly<Record<string, readonly [FindingLevel, FindingCode]>> = {
  'ssh-root-login on': ['wrong', 'ssh-root-password'],
  'empty-passwords found': ['wrong', 'empty-passwords'],
  'security-updates pending': ['wrong', 'security-updates'],
  'account-control off': ['wrong', 'account-control-off'],
  'reboot needed': ['watch', 'reboot-needed'],
  'disk-encryption off': ['watch', 'disk-not-encrypted'],
  'disk-encryption partly': ['watch', 'disk-partly-encrypted'],
  'automatic-updates off': ['watch', 'automatic-updates-off'],
  'access-control off': ['watch', 'access-control-off'],
  'access-control permissive': ['watch', 'access-control-permissive'],
  'gatekeeper off': ['watch', 'gatekeeper-off'],
  'system-integrity off': ['watch', 'system-integrity-off'],
  'secure-boot off': ['watch', 'secure-boot-off'],
  'pending-updates pending': ['watch', 'updates'],
};

function wrong(code: FindingCode, section: SectionName, subject?: string): Finding {
  return { level: 'wrong', code, section, ...present({ subject }) };
}

function isOn(status: string | undefined): boolean {
  return /^(?:on|1|enabled|true)$/i.test(status ?? '');
}

/** `on` and `off` of GLPI agents, `1` and `0` of others. */
function isOff(status: string | undefined): boolean {
  return /^(?:off|0|disabled|false)$/i.test(status ?? '');
}

/** Whether all of a section was read, so that no row means none. */
function isKnown(sections: readonly SectionView[], section: SectionName): boolean {
  return sections.some(({ name, completeness }) => name === section && completeness === 'complete');
}

function rowsOf<N extends SectionName>(sections: readonly SectionView[], section: N): readonly SectionRow<N>[] {
  const rows: readonly AnyRow[] = sections.find(({ name }) => name === section)?.rows ?? [];
  // The rows of a view are those of its section: the store gives them back as the catalogue describes them.
  return rows as readonly SectionRow<N>[];
}
