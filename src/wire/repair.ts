/** Replaces what XML 1.0 forbids, raw or as a reference such as `&#1;`, by U+FFFD, and counts it. */
export interface Repairer {
  readonly replaced: number;
  repair(chunk: string, last: boolean): string;
}

/** One for a document: a reference may stand across two chunks. */
export function createRepairer(): Repairer {
  let held = '';
  let replaced = 0;
  function replacement(): string {
    replaced += 1;
    return REPLACEMENT;
  }
  return {
    get replaced() {
      return replaced;
    },
    repair(chunk, last) {
      const text = held + chunk;
      const end = last ? text.length : text.length - unfinishedLength(text);
      held = text.slice(end);
      return text
        .slice(0, end)
        .replace(FORBIDDEN, replacement)
        .replace(REFERENCE, (reference, hex: string | undefined, decimal: string | undefined) =>
          isForbidden(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) ? replacement() : reference,
        );
    },
  };
}

/** Text without what XML forbids, for writing. */
export function dropForbidden(text: string): string {
  return text.toWellFormed().replace(FORBIDDEN, '');
}

const REPLACEMENT = '\ufffd';
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const REFERENCE = /&#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,10}));/g;
const LONGEST_REFERENCE = 13;

function isForbidden(codePoint: number): boolean {
  if (codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return true;
  return String.fromCodePoint(codePoint).search(FORBIDDEN) >= 0;
}

function unfinishedLength(text: string): number {
  const start = text.lastIndexOf('&');
  if (start < 0 || text.length - start > LONGEST_REFERENCE || text.includes(';', start)) return 0;
  return text.length - start;
}
