import { type Fold, foldingOf } from '../i18n/ascii.ts';
import type { Line, Role, Span } from './line.ts';
import { widthOf } from './width.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** How lines become bytes in this terminal. */
export interface Theme {
  /** The line with its colours; every attribute it opens, it closes. */
  paint(line: Line): string;
  /** A text in the characters the terminal has. */
  fold(text: string): string;
}

/** Only the 16 colours of the user's own palette, none with NO_COLOR; ASCII where the terminal knows no better. */
export function themeOf(environment: Environment): Theme {
  const styles = environment['NO_COLOR'] ? attributes : { ...attributes, ...colours };
  const fold = foldingOf(environment, widthOf);
  const painted = new WeakMap<Span, string>();
  const paint = (span: Span) => {
    const known = painted.get(span) ?? paintSpan(span, styles, fold);
    painted.set(span, known);
    return known;
  };
  return { fold, paint: (line) => line.map(paint).join('') };
}

/** SGR codes that begin and end a look: ECMA-48, section 8.3.117. */
type Attribute = readonly [on: number, off: number];
type Styles = Readonly<Record<Role, readonly Attribute[]>>;

function paintSpan({ text, role }: Span, styles: Styles, fold: Fold): string {
  const style = role ? styles[role] : [];
  return sgr(style.map(([on]) => on)) + fold(text) + sgr(style.map(([, off]) => off));
}

function sgr(codes: readonly number[]): string {
  return codes.length > 0 ? `\x1b[${codes.join(';')}m` : '';
}

const BOLD: Attribute = [1, 22];
const DIM: Attribute = [2, 22];
const UNDERLINE: Attribute = [4, 24];
const INVERSE: Attribute = [7, 27];
const RED: Attribute = [31, 39];
const GREEN: Attribute = [32, 39];
const YELLOW: Attribute = [33, 39];
const CYAN: Attribute = [36, 39];

const attributes: Styles = {
  title: [BOLD],
  strong: [BOLD],
  dim: [DIM],
  head: [UNDERLINE],
  current: [BOLD, UNDERLINE],
  key: [BOLD],
  added: [],
  removed: [],
  changed: [],
  warning: [BOLD],
  emphasis: [BOLD, UNDERLINE],
  selected: [INVERSE],
};

const colours: Partial<Styles> = {
  current: [BOLD, UNDERLINE, CYAN],
  key: [CYAN],
  added: [GREEN],
  removed: [RED],
  changed: [YELLOW],
  warning: [YELLOW],
};
