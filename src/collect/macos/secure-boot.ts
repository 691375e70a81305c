import { text } from '../sources/values.ts';
import type { Item } from './values.ts';

export interface SecureBoot {
  readonly state: 'on' | 'off' | 'unknown';
  /** As macOS says it. */
  readonly level: string;
}

/** How strictly the machine starts, on Macs with a T2 or Apple's own processor; others do not tell. */
export function secureBootOf([controller = {}]: readonly Item[]): SecureBoot | undefined {
  const level = text(controller['ibridge_secure_boot']);
  return level === undefined ? undefined : { state: STATES[level.toLowerCase()] ?? 'unknown', level };
}

// In the language of the system. Reduced and medium still start only what Apple has signed.
const STATES: Readonly<Record<string, SecureBoot['state']>> = {
  'full security': 'on',
  'medium security': 'on',
  'reduced security': 'on',
  'permissive security': 'off',
  'no security': 'off',
  'sécurité maximale': 'on',
  'sécurité normale': 'on',
  'sécurité réduite': 'on',
  'sécurité permissive': 'off',
  'aucune sécurité': 'off',
};
