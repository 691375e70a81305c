import type { FindingCode } from '../../model/finding.ts';

/** What is wrong with the protection of a machine and of its data, by the codes of `model/finding.ts`. */
export const findings = {
  'access-control-off': () => 'No mandatory access control (AppArmor, SELinux) is in force',
  'access-control-permissive': () => 'SELinux only reports what it should forbid',
  'antivirus-off': (name) => `The antivirus ${name} is off`,
  'antivirus-outdated': (name) => `The signatures of ${name} are out of date`,
  'array-degraded': (array) => `A RAID array lacks disks: ${array}`,
  'automatic-updates-off': () => 'Updates are not installed automatically',
  'disk-not-encrypted': () => 'The disk is not encrypted',
  'disk-partly-encrypted': () => 'A part of the disk is not encrypted',
  'empty-passwords': (_, count) => `Accounts need no password${count && `: ${count}`}`,
  'firewall-off': (profile) => `The firewall is off in the profile ${profile}`,
  'gatekeeper-off': () => 'Programs of unknown makers run without a question (Gatekeeper is off)',
  'no-antivirus': () => 'There is no antivirus',
  'no-firewall': () => 'No firewall is on',
  'reboot-needed': () => 'Updates wait for a restart',
  'account-control-off': () => 'User Account Control is off: programs get administrator rights without asking',
  'secure-boot-off': () => 'Secure boot is off',
  'security-updates': (_, count) => `Security updates to install${count && `: ${count}`}`,
  'ssh-root-password': () => 'Root may log in over SSH with a password',
  'system-integrity-off': () => 'The files of the system are not guarded (SIP is off)',
  updates: (_, count) => `Updates to install${count && `: ${count}`}`,
} satisfies Record<FindingCode, (subject: string, count: string) => string>;
