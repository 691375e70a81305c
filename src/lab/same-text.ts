/** The text without case, accents, separators and repeated blanks. */
export function plainText(text: string): string {
  return words(text).join('');
}

/**
 * Whether a person named the same thing in fewer words: every word they wrote is in the whole name, and among them is
 * its longest number, `8500` of `Intel(R) Core(TM) i5-8500 CPU @ 3.00GHz`. A version may end at a point.
 */
export function isShortFor(typed: string, whole: string): boolean {
  const [said, all] = [telling(typed), telling(whole)];
  if (said.length === 0 || !/\s/.test(whole.trim())) return false;
  const names = (word: string) => all.some((other) => other === word || isVersionOf(word, other));
  const [key] = all.filter((word) => /\d/.test(word)).toSorted((a, b) => b.length - a.length);
  return said.every(names) && (key === undefined || said.some((word) => word === key || isVersionOf(word, key)));
}

/** `12` or `12.11` of `12.11.3`; one digit says too little. */
export function isLessExactVersion(typed: string, version: string): boolean {
  return /^\d[\d.]+$/.test(typed.trim()) && isVersionOf(typed.trim(), version.trim());
}

const YES = new Set(['yes', 'y', 'oui', 'o', 'true', 'vrai', '1', 'x', 'on', 'active', 'enabled']);
const NO = new Set(['no', 'n', 'non', 'false', 'faux', '0', 'off', 'inactive', 'disabled']);

/** What a text says where yes or no is asked; undefined where it says neither. */
export function yesOrNo(text: string): boolean | undefined {
  const plain = plainText(text);
  if (YES.has(plain)) return true;
  return NO.has(plain) ? false : undefined;
}

/** `12` of `12.11`, but not `1`. */
function isVersionOf(word: string, other: string): boolean {
  return /^\d/.test(word) && other.startsWith(`${word}.`);
}

/** Without what makers add to every name, and the clock rate that Intel adds to a processor. */
function telling(text: string): readonly string[] {
  const said = folded(text)
    .replace(/@.*$/, '')
    .split(/[^\p{L}\p{N}.]+/u);
  return said.map((word) => word.replace(/^\.+|\.+$/g, '')).filter((word) => word !== '' && !IDLE.has(word));
}

const IDLE = new Set(['r', 'tm', 'cpu', 'processor', 'processeur', 'inc', 'corp', 'corporation', 'ltd', 'co', 'gmbh']);

function words(text: string): readonly string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
