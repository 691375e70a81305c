type Environment = Readonly<Record<string, string | undefined>>;

/** A text in the characters the terminal has. */
export type Fold = (text: string) => string;

/** ASCII where the locale is not UTF-8, and no drawn lines on a console; a character takes as many cells as before. */
export function foldingOf(environment: Environment, cellsOf: (character: string) => number = () => 1): Fold {
  const toAscii = (character: string) => asciiOf(character) ?? '?'.repeat(cellsOf(character));
  if (!isUtf8(environment)) return (text) => (ASCII.test(text) ? text : [...text.normalize()].map(toAscii).join(''));
  return environment['TERM'] === 'linux' ? (text) => text.replace(DRAWN, toAscii) : (text) => text;
}

function isUtf8(environment: Environment): boolean {
  const locale = environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'] || '';
  return /utf-?8/i.test(locale) || environment['OS'] === 'Windows_NT';
}

function asciiOf(character: string): string | undefined {
  if (ASCII.test(character)) return character;
  const plain = character.normalize('NFD').replace(/\p{M}/gu, '');
  return plainSigns[character] ?? (ASCII.test(plain) ? plain : undefined);
}

const ASCII = /^[\n\x20-\x7e]*$/;
const DRAWN = /[…│─›▸·→↔␛█░]/g;
const plainSigns: Readonly<Record<string, string>> = {
  '…': '.',
  '│': '|',
  '─': '-',
  '›': '>',
  '▸': '>',
  '·': '-',
  '×': 'x',
  '—': '-',
  '█': '#',
  '░': '-',
  '→': '>',
  '↔': '=',
  '␛': '?',
  '’': "'",
  '«': '"',
  '»': '"',
  œ: 'e',
  '\u00a0': ' ',
};
