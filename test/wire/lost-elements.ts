import { describe, type SectionName, sectionNames } from '../../src/model/catalogue.ts';
import type { Field, RawElement } from '../../src/model/descriptor.ts';
import { childNamed, childrenOf } from '../../src/wire/element.ts';
import { isProtocolField, scaleOf } from '../../src/wire/ocs/exceptions.ts';
import { decodeValue } from '../../src/wire/ocs/values.ts';
import { parseXml } from '../../src/wire/xml.ts';

/**
 * Every value that stands in the one inventory and not, as often, in the other. Values are compared as their fields
 * mean them: `2026/1/2` is `2026-01-02`; what speaks of the exchange is left out. OCS protocol section 3.
 */
export async function lostElements(sent: Uint8Array | string, kept: Uint8Array | string): Promise<readonly string[]> {
  const left = counted(await valuesIn(kept));
  return (await valuesIn(sent)).filter((value) => {
    const count = left.get(value) ?? 0;
    left.set(value, count - 1);
    return count <= 0;
  });
}

/** The values of an inventory, each with its place. */
export async function valuesIn(xml: Uint8Array | string): Promise<readonly string[]> {
  const { root } = await parseXml(Buffer.from(xml));
  const sections = childrenOf(childNamed(root, 'CONTENT') ?? root).filter(({ name }) => !PROTOCOL.has(name));
  return sections.flatMap((section) => valuesOf(section, ''));
}

/** CHECKSUM apart, which `isProtocolField` names. */
const PROTOCOL = new Set(['ACCOUNTINFO', 'DEVICEID', 'DOWNLOAD', 'OLD_DEVICEID', 'PARCOURS', 'VERSIONCLIENT']);

function valuesOf(element: RawElement, parent: string): readonly string[] {
  const section = sectionOf(parent);
  if (section && isProtocolField(section, element.name)) return [];
  const own = element.text ? placed(section, parent, element.name, element.text) : [];
  return [...own, ...childrenOf(element).flatMap((child) => valuesOf(child, element.name))];
}

function placed(section: SectionName | undefined, parent: string, name: string, text: string): readonly string[] {
  const [fieldName, field] = (section && fieldOf(section, name)) ?? [];
  const value = section && field && decodeValue(field, text, scaleOf(section, name));
  if (value === undefined) return [`${section ?? parent}/${name} = ${text}`];
  return [value].flat().map((part) => `${section}.${fieldName} = ${part}`);
}

function sectionOf(tag: string): SectionName | undefined {
  const named = sectionNames.find((name) => describe(name).tag === tag);
  return named ?? sectionNames.find((name) => describe(name).aliases?.includes(tag));
}

function fieldOf(section: SectionName, name: string): readonly [string, Field] | undefined {
  const fields = Object.entries(describe(section).fields);
  return fields.find(([, { tag }]) => tag === name) ?? fields.find(([, { fusion }]) => fusion === name);
}

function counted(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
