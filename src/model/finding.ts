import type { SectionName } from './catalogue.ts';

/** Stable codes of what an inventory shows to be wrong with the protection of a machine and of its data. */
export type FindingCode =
  | 'access-control-off'
  | 'access-control-permissive'
  | 'account-control-off'
  | 'antivirus-off'
  | 'antivirus-outdated'
  | 'array-degraded'
  | 'automatic-updates-off'
  | 'disk-not-encrypted'
  | 'disk-partly-encrypted'
  | 'empty-passwords'
  | 'firewall-off'
  | 'gatekeeper-off'
  | 'no-antivirus'
  | 'no-firewall'
  | 'reboot-needed'
  | 'secure-boot-off'
  | 'security-updates'
  | 'ssh-root-password'
  | 'system-integrity-off'
  | 'updates';

/** `wrong` is to be corrected; `watch` may be as somebody wants it. */
export type FindingLevel = 'wrong' | 'watch';

export interface Finding {
  readonly level: FindingLevel;
  readonly code: FindingCode;
  readonly section: SectionName;
  /** The program, profile or device it is about, as the machine names it. */
  readonly subject?: string;
  readonly count?: number;
}
