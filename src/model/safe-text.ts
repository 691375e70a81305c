/**
 * Text from a machine, made safe for a terminal: no control character, escape sequence, bidirectional override,
 * zero-width or lone surrogate survives, and no letter carries more than a few combining marks.
 * Removed characters leave a visible mark, so that a forged name shows.
 */
export function safeText(text: string): string {
  if (PRINTABLE_ASCII.test(text)) return text;
  return text
    .toWellFormed()
    .replace(BLANKS, ' ')
    .replace(VARIATION_SELECTORS, '')
    .replace(UNSAFE, '␛')
    .replace(COMBINING_RUN, (run) => [...run].slice(0, MAX_MARKS).join(''));
}

const MAX_MARKS = 8;
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;
const BLANKS = /[\t\r\n\u2028\u2029\u0085]+/g;
// C0 and C1 controls, DEL, zero-width and joining characters, bidirectional marks, isolates and overrides, tags.
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e0fff}]/gu;
// They only choose between two drawings of one character, and their width is anybody's guess.
const VARIATION_SELECTORS = /[\ufe00-\ufe0f]/g;
const COMBINING_RUN = /\p{M}{9,}/gu;
