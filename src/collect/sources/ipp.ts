/** One value of an attribute; what is neither text, number nor yes or no is left out. */
export type IppValue = string | number | boolean;
export type IppAttributes = ReadonlyMap<string, IppValue>;

const OPERATION_GROUP = 0x01;
const END = 0x03;
const PRINTER_GROUP = 0x04;
const FIRST_VALUE = 0x10;
const CHARSET = 0x47;
const LANGUAGE = 0x48;
const KEYWORD = 0x44;

/** Request of an operation that needs nothing but the names of the attributes wanted: RFC 8010, section 3. */
export function ippRequest(operation: number, attributes: readonly string[]): Uint8Array {
  return Buffer.concat([
    Buffer.from([2, 0, operation >> 8, operation & 0xff, 0, 0, 0, 1, OPERATION_GROUP]),
    attribute(CHARSET, 'attributes-charset', 'utf-8'),
    attribute(LANGUAGE, 'attributes-natural-language', 'en'),
    ...attributes.map((name, at) => attribute(KEYWORD, at === 0 ? 'requested-attributes' : '', name)),
    Buffer.from([END]),
  ]);
}

/** A further value of the same attribute has an empty name. */
function attribute(tag: number, name: string, value: string): Buffer {
  return Buffer.concat([Buffer.from([tag]), withLength(name), withLength(value)]);
}

function withLength(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
}

export interface IppReply {
  /** Up to 00FFh: done; 0406h: there is none. */
  readonly status: number;
  readonly printers: readonly IppAttributes[];
}

/** The printers of a reply, each with the first value of its attributes; up to where it is cut. */
export function parseIppReply(bytes: Uint8Array): IppReply | undefined {
  const reply = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (reply.length < 8) return undefined;
  const printers: Map<string, IppValue>[] = [];
  let group = 0;
  for (let at = 8; at < reply.length; ) {
    const tag = reply.readUInt8(at);
    if (tag === END) break;
    if (tag < FIRST_VALUE) {
      group = tag;
      if (group === PRINTER_GROUP) printers.push(new Map());
      at += 1;
      continue;
    }
    const name = chunk(reply, at + 1);
    const value = name && chunk(reply, name.end);
    if (!value) break;
    const decoded = decodedValue(tag, value.bytes);
    if (group === PRINTER_GROUP && name.bytes.length > 0 && decoded !== undefined)
      printers.at(-1)?.set(name.bytes.toString(), decoded);
    at = value.end;
  }
  return { status: reply.readUInt16BE(2), printers };
}

/** Two bytes of length, and as many bytes. */
function chunk(reply: Buffer, at: number): { readonly bytes: Buffer; readonly end: number } | undefined {
  if (at + 2 > reply.length) return undefined;
  const end = at + 2 + reply.readUInt16BE(at);
  return end > reply.length ? undefined : { bytes: reply.subarray(at + 2, end), end };
}

const INTEGER = 0x21;
const BOOLEAN = 0x22;
const ENUM = 0x23;
const TEXT_WITH_LANGUAGE = 0x35;
const NAME_WITH_LANGUAGE = 0x36;
const FIRST_TEXT = 0x41;
const LAST_TEXT = 0x49;

function decodedValue(tag: number, bytes: Buffer): IppValue | undefined {
  if (tag === BOOLEAN) return bytes[0] === 1;
  if (tag === INTEGER || tag === ENUM) return bytes.length === 4 ? bytes.readInt32BE(0) : undefined;
  if (tag >= FIRST_TEXT && tag <= LAST_TEXT) return bytes.toString();
  if (tag !== TEXT_WITH_LANGUAGE && tag !== NAME_WITH_LANGUAGE) return undefined;
  const language = chunk(bytes, 0);
  return language && chunk(bytes, language.end)?.bytes.toString();
}
