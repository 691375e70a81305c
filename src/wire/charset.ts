import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

/** Turns the bytes of a document into text, chunk by chunk; one for a document. */
export interface Decoder {
  /** What was not in the charset of the document: values read as windows-1252, halves of characters in UTF-16. */
  readonly recoded: number;
  /** `last` says that nothing follows. */
  decode(chunk: Uint8Array, last: boolean): string;
}

/** The decoder that the byte order mark, or else the XML declaration, asks for. */
export function decoderFor(start: Uint8Array): Decoder {
  const utf16 = UTF16_STARTS.find(({ bytes }) => bytes.every((byte, at) => start[at] === byte));
  if (utf16) return streaming(new TextDecoder(utf16.label));
  const head = Buffer.from(start.buffer, start.byteOffset, Math.min(start.length, 200)).toString('latin1');
  const declared = /^[^<]*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
  const decoder = declared === undefined ? undefined : singleByteDecoder(declared);
  return decoder ? streaming(decoder) : mostlyUtf8();
}

const UTF16_STARTS = [
  { bytes: [0xff, 0xfe], label: 'utf-16le' },
  { bytes: [0xfe, 0xff], label: 'utf-16be' },
  { bytes: [0x3c, 0x00], label: 'utf-16le' },
  { bytes: [0x00, 0x3c], label: 'utf-16be' },
] as const;

function streaming(decoder: TextDecoder): Decoder {
  let recoded = 0;
  return {
    get recoded() {
      return recoded;
    },
    decode(chunk, last) {
      const text = decoder.decode(chunk, { stream: !last });
      recoded += text.split('\ufffd').length - 1;
      return text;
    },
  };
}

/** Undefined for UTF-8, for names nobody knows, and for UTF-16: the declaration could not have been read so far. */
function singleByteDecoder(label: string): TextDecoder | undefined {
  if (/^utf/i.test(label)) return undefined;
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * UTF-8, except that a value that is none is read as windows-1252: agents that say UTF-8 pass on what programs gave
 * them, so that one Latin-1 value may stand among correct ones.
 */
function mostlyUtf8(): Decoder {
  let held: Uint8Array = new Uint8Array();
  let recoded = 0;
  return {
    get recoded() {
      return recoded;
    },
    decode(chunk, last) {
      const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      const end = last ? bytes.length : bytes.length - unfinishedLength(bytes);
      held = bytes.slice(end);
      const run = decodeRun(bytes.subarray(0, end));
      recoded += run.recoded;
      return run.text;
    },
  };
}

function decodeRun(bytes: Uint8Array): { readonly text: string; readonly recoded: number } {
  if (isUtf8(bytes)) return { text: utf8.decode(bytes), recoded: 0 };
  const texts: string[] = [];
  let recoded = 0;
  for (let start = 0; start < bytes.length; ) {
    const next = bytes.indexOf(LESS_THAN, start + 1);
    const end = next < 0 ? bytes.length : next;
    const value = bytes.subarray(start, end);
    const isRight = isUtf8(value);
    if (!isRight) recoded += 1;
    // Without `stream` some versions of Node take a shortcut that reads 80 to 9f as Latin-1.
    texts.push(isRight ? utf8.decode(value) : windows1252.decode(value, { stream: true }));
    start = end;
  }
  return { text: texts.join(''), recoded };
}

/** Bytes at the end that begin a character of which the rest has not come yet. */
function unfinishedLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < sequenceLength(byte) ? back : 0;
  }
  return 0;
}

function sequenceLength(lead: number): number {
  return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
}

const LESS_THAN = 0x3c;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const windows1252 = new TextDecoder('windows-1252');
