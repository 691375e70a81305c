import { meaningful } from './meaningful.ts';

/** What an ATA disk says of itself. The kernel keeps it as VPD page 89h: SAT, ATA Information. */
export interface AtaIdentity {
  readonly model: string | undefined;
  readonly serial: string | undefined;
  readonly firmware: string | undefined;
}

const IDENTIFY_DEVICE = 60;
const LENGTH = 512;

/** The answer to IDENTIFY DEVICE lies at offset 60; undefined where the page is shorter. */
export function parseAtaInformation(page: Uint8Array): AtaIdentity | undefined {
  if (page.length < IDENTIFY_DEVICE + LENGTH) return undefined;
  const words = page.subarray(IDENTIFY_DEVICE, IDENTIFY_DEVICE + LENGTH);
  return { serial: textAt(words, 10, 10), firmware: textAt(words, 23, 4), model: textAt(words, 27, 20) };
}

/** Text in words whose two bytes are swapped. */
function textAt(words: Uint8Array, start: number, count: number): string | undefined {
  const bytes = words.subarray(start * 2, (start + count) * 2);
  const letters = [...bytes].map((_, at) => String.fromCharCode(bytes[at ^ 1] ?? 0)).join('');
  return meaningful(letters);
}

/** VPD page 80h: four bytes, the last two of them the length, then the serial number. */
export function parseUnitSerial(page: Uint8Array): string | undefined {
  if (page[1] !== 0x80) return undefined;
  return meaningful(Buffer.from(page.subarray(4, 4 + ((page[2] ?? 0) << 8) + (page[3] ?? 0))).toString('latin1'));
}
