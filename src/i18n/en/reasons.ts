import type { Reason } from '../../model/inventory.ts';

/** Why a section is not complete, by the codes of `model/inventory.ts`. */
export const reasons = {
  'needs-root': 'needs root: run with sudo',
  'needs-administrator': 'needs administrator rights: run as administrator',
  'timed-out': 'timed out',
  'not-requested': 'not asked for',
  'not-sent': 'the agent did not send it',
  'not-supported': 'not supported on this system',
  'not-running': 'the machine was not running: only its disk was read',
  failed: 'failed',
} satisfies Record<Reason, string>;
