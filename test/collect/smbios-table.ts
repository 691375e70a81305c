/** One SMBIOS structure as firmware writes it: bytes by offset (the header is added), then its strings. */
export interface Structure {
  readonly type: number;
  /** Length of the formatted part, header included. */
  readonly length: number;
  readonly bytes?: Readonly<Record<number, number | readonly number[]>>;
  /** Offset of the string's number → the string. */
  readonly texts?: Readonly<Record<number, string>>;
}

/** The bytes of /sys/firmware/dmi/tables/DMI. */
export function smbiosTable(structures: readonly Structure[]): Uint8Array {
  return Buffer.concat([...structures, { type: 127, length: 4 }].map(structureBytes));
}

export function word(value: number): readonly number[] {
  return [value & 0xff, value >> 8];
}

function structureBytes({ type, length, bytes = {}, texts = {} }: Structure, handle: number): Buffer {
  const formatted = Buffer.alloc(length);
  formatted.set([type, length, ...word(handle)]);
  for (const [offset, value] of Object.entries(bytes)) formatted.set([value].flat(), Number(offset));
  const strings = Object.values(texts);
  for (const [at, offset] of Object.keys(texts).entries()) formatted.writeUInt8(at + 1, Number(offset));
  const tail = strings.length > 0 ? strings.map((text) => `${text}\0`).join('') : '\0';
  return Buffer.concat([formatted, Buffer.from(`${tail}\0`, 'latin1')]);
}
