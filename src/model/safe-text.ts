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
    .replace(C0, '␛')
    .replace(HIDDEN, '␛')
    .replace(/\p{M}{9,}/gu, (run) => [...run].slice(0, MAX_MARKS).join(''));
}

/**
 * Says in another way what acts on a terminal or is not seen there, such as `\u009b` for a control in JSON: nothing is
 * lost. For the forms that have their own way with C0 controls, JSON and XML.
 */
export function escapeHidden(text: string, escaped: (character: string) => string): string {
  return text.replace(HIDDEN, escaped).replace(SEPARATORS, escaped);
}

/** A value as JSON that may meet a terminal. */
export function safeJson(value: unknown, indent = 0): string {
  return escapeHidden(JSON.stringify(value, undefined, indent), jsonEscape);
}

function jsonEscape(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

const MAX_MARKS = 8;
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;
const SEPARATORS = /[\u2028\u2029]/g;
const BLANKS = /[\t\r\n\u2028\u2029\u0085]+/g;
// DEL and C1 controls, zero-width and joining characters, bidirectional marks, isolates and overrides, tags.
const HIDDEN =
  /[\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e0fff}]/gu;
const C0 = /[\u0000-\u001f]/g;
// They only choose between two drawings of one character, and their width is anybody's guess.
const VARIATION_SELECTORS = /[\ufe00-\ufe0f]/g;
