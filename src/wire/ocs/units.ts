import type { NumberField, Unit } from '../../model/descriptor.ts';

/** A number that came with its unit, such as `8.614 V`, in the unit of its field; undefined for anything else. */
export function convertUnit(field: NumberField, text: string): number | undefined {
  const [, number, written = ''] = /^([+-]?\d+(?:\.\d+)?)\s*([a-z%/]+)$/i.exec(text) ?? [];
  const factor = field.unit && FACTORS[field.unit]?.[written.toLowerCase()];
  if (number === undefined || factor === undefined) return undefined;
  const value = Number(number) * factor;
  return field.type === 'integer' ? Math.round(value) : value;
}

/** How many of a field's unit one of the written unit is. Agents write KB, MB and GB for powers of 1024 and of 1000. */
const FACTORS: { readonly [U in Unit]?: Readonly<Record<string, number | undefined>> } = {
  mV: { mv: 1, v: 1000 },
  mWh: { mwh: 1, wh: 1000 },
  MHz: { mhz: 1, ghz: 1000, 'mt/s': 1 },
  MiB: { kb: 1 / 1024, mb: 1, mib: 1, gb: 1024, gib: 1024, tb: 1024 ** 2, tib: 1024 ** 2 },
  MB: { kb: 1 / 1000, mb: 1, mib: 1.048576, gb: 1000, gib: 1073.741824, tb: 1_000_000 },
  bytes: { b: 1, bytes: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3 },
  '%': { '%': 1 },
  bit: { bit: 1, bits: 1 },
  s: { s: 1 },
};
