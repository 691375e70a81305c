import type { Finding } from '../model/finding.ts';
import type { Kind } from '../model/inventory.ts';
import { en, type Messages } from './en.ts';
import { fr } from './fr.ts';

export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

const messages: Record<Language, Messages> = { en, fr };

export function messagesOf(language: Language): Messages {
  return messages[language];
}

/** Language of the environment, in the order of POSIX: LC_ALL, LC_MESSAGES, LANG. C, POSIX and the unknown are English. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return /^fr(?:[_.@-]|$)/i.test(locale) ? 'fr' : 'en';
}

/** A reason as a person reads it: the code translated, the detail as it came. */
export function reasonText(messages: Messages, reason: string): string {
  const [code = '', ...detail] = reason.split(': ');
  const known = Object.hasOwn(messages.reasons, code) ? messages.reasons[code as keyof Messages['reasons']] : code;
  return detail.length > 0 ? `${known} (${detail.join(': ')})` : known;
}

/** What is wrong, as a sentence; names in it come from the machine. */
export function findingText(messages: Messages, { code, subject = '', count }: Finding): string {
  return messages.findings[code](subject, count === undefined ? '' : String(count));
}

/** What a machine runs, and what it is where it is no computer. */
export function systemText(messages: Messages, kind: Kind, system = ''): string {
  if (kind === 'computer') return system;
  return system === '' ? messages.kinds[kind] : `${messages.kinds[kind]}, ${system}`;
}
