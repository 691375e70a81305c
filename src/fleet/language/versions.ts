import { compareTexts } from '../../model/order.ts';

/**
 * Order of versions as package managers see them: numbers as numbers, `~` before the end of the text, letters before
 * other signs (Debian policy 5.6.12). A total order, also over texts that are no version.
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [withEpoch(a), withEpoch(b)];
  return left.epoch - right.epoch || compareParts(left.rest, right.rest) || compareTexts(a, b);
}

/** As people compare: who types no epoch means none, and 130 and 130.0 are the same. */
export function compareToTyped(version: string, typed: string): number {
  const [left, right] = [withEpoch(version), withEpoch(typed)];
  const epochs = typed.includes(':') ? left.epoch - right.epoch : 0;
  return epochs || compareParts(withoutZeros(left.rest), withoutZeros(right.rest));
}

function withEpoch(version: string): { readonly epoch: number; readonly rest: string } {
  const [, epoch, rest] = /^(\d{1,9}):(.*)$/s.exec(version) ?? [];
  return epoch === undefined || rest === undefined ? { epoch: 0, rest: version } : { epoch: Number(epoch), rest };
}

function withoutZeros(version: string): string {
  return version.replace(/(?:\.0+)+(?=$|[^\d.])/, '');
}

function compareParts(a: string, b: string): number {
  const [left, right] = [withRevision(a), withRevision(b)];
  return compareTurns(left.upstream, right.upstream) || compareTurns(left.revision, right.revision);
}

/** The revision of the package stands after the last hyphen. */
function withRevision(version: string): { readonly upstream: string; readonly revision: string } {
  const at = version.lastIndexOf('-');
  return at < 0 ? { upstream: version, revision: '' } : { upstream: version.slice(0, at), revision: version.slice(at) };
}

/** Signs and numbers take turns. */
function compareTurns(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const [these, those] = [left[at] ?? NO_PART, right[at] ?? NO_PART];
    const order = compareSigns(these.signs, those.signs) || compareNumbers(these.digits, those.digits);
    if (order !== 0) return order;
  }
  return 0;
}

interface Part {
  readonly signs: string;
  readonly digits: string;
}

const NO_PART: Part = { signs: '', digits: '' };

function partsOf(version: string): readonly Part[] {
  return [...version.matchAll(/(\D*)(\d*)/g)].map(([, signs = '', digits = '']) => ({ signs, digits }));
}

/** Any number of digits; none is 0. */
function compareNumbers(a: string, b: string): number {
  const [left, right] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return left.length - right.length || compareTexts(left, right);
}

function compareSigns(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const order = weightOf(left[at]) - weightOf(right[at]);
    if (order !== 0) return order;
  }
  return 0;
}

const AFTER_LETTERS = 0x110000;

function weightOf(sign: string | undefined): number {
  if (sign === '~') return -1;
  const code = sign?.codePointAt(0) ?? 0;
  return sign === undefined || /\p{L}/u.test(sign) ? code : code + AFTER_LETTERS;
}
