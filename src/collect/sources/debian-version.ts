/** Below 0 where the first version of a Debian package is the older one: deb-version(7), the order of dpkg. */
export function compareDebianVersions(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [partsOf(a), partsOf(b)];
  const epochs = left.epoch - right.epoch;
  return epochs || compareParts(left.upstream, right.upstream) || compareParts(left.revision, right.revision);
}

function partsOf(version: string) {
  const colon = version.indexOf(':');
  const rest = version.slice(colon + 1);
  const dash = rest.lastIndexOf('-');
  return {
    epoch: colon < 0 ? 0 : Number(version.slice(0, colon)),
    upstream: dash < 0 ? rest : rest.slice(0, dash),
    revision: dash < 0 ? '' : rest.slice(dash + 1),
  };
}

/** Runs of other characters and runs of digits in turn; a tilde is older than the end, and a letter than any sign. */
function compareParts(a: string, b: string): number {
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    while ((i < a.length && !isDigit(a, i)) || (j < b.length && !isDigit(b, j))) {
      const order = rankAt(a, i++) - rankAt(b, j++);
      if (order !== 0) return order;
    }
    const [left, right] = [digitsAt(a, i), digitsAt(b, j)];
    const order = compareDigits(left, right);
    if (order !== 0) return order;
    i += left.length;
    j += right.length;
  }
  return 0;
}

/** The end and a digit stand between a tilde and the letters. */
function rankAt(text: string, index: number): number {
  const character = text.charCodeAt(index);
  if (Number.isNaN(character) || isDigit(text, index)) return 0;
  if (character === TILDE) return -1;
  return /[A-Za-z]/.test(text.charAt(index)) ? character : character + 256;
}

function isDigit(text: string, index: number): boolean {
  const character = text.charCodeAt(index);
  return character >= ZERO && character <= NINE;
}

function digitsAt(text: string, start: number): string {
  let end = start;
  while (end < text.length && isDigit(text, end)) end++;
  return text.slice(start, end);
}

/** As numbers, of any length. */
function compareDigits(a: string, b: string): number {
  const [left, right] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  if (left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : Number(left > right);
}

const TILDE = 0x7e;
const ZERO = 0x30;
const NINE = 0x39;
