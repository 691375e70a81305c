import { describe, isSectionName } from '../model/catalogue.ts';
import { type AnyRow, fieldValue, type RawElement, type SectionDescriptor } from '../model/descriptor.ts';
import type { Inventory } from '../model/inventory.ts';

/** What stands in the log where a secret was. */
const MASK = '***';

/** The command line without users and passwords, whichever way they were spelt. */
export function redactArgv(argv: readonly string[]): readonly string[] {
  return argv.map((argument, index) => (TAKES_SECRET.test(argv[index - 1] ?? '') ? MASK : redactArgument(argument)));
}

const TAKES_SECRET = /^(?:--(?:user|password)|\/(?:user|password)|-[a-z]*[up])$/;
const HOLDS_SECRET = /^(--(?:user|password)=|\/(?:user|password|pwd)[:=]|-[up]=?)(?=.)/i;

/** An address without the user and password that may stand before its host. */
export function redactUrl(text: string): string {
  return text.replace(/\/\/[^/@\s]*@/, `//${MASK}@`);
}

/** An inventory as the log may show it: everything the catalogue calls sensitive is masked, and what it does not know left out. */
export function redactInventory(inventory: Inventory): Inventory {
  const sections = Object.entries(inventory.sections).map(([name, rows]) => [
    name,
    isSectionName(name) ? rows.map((row) => redactRow(describe(name), row)) : [],
  ]);
  return { ...inventory, sections: Object.fromEntries(sections), extras: [] };
}

/** A reply as the log may show it: servers put passwords of network devices and packages into options. */
export function redactReply(element: RawElement): RawElement {
  const { name, attributes, text, children } = element;
  return {
    name,
    ...(attributes && { attributes: Object.fromEntries(Object.keys(attributes).map((key) => [key, MASK])) }),
    ...(text && { text: PLAIN_ELEMENTS.has(name) ? text : MASK }),
    ...(children && { children: children.map(redactReply) }),
  };
}

const PLAIN_ELEMENTS = new Set(['RESPONSE', 'PROLOG_FREQ', 'INVENTORY_ON_STARTUP', 'NAME', 'KEYNAME']);

function redactArgument(argument: string): string {
  const [, option] = HOLDS_SECRET.exec(argument) ?? [];
  return option ? `${option}${MASK}` : redactUrl(argument);
}

function redactRow(descriptor: SectionDescriptor, row: AnyRow): AnyRow {
  const masked = Object.entries(descriptor.fields).flatMap(([name, field]) => {
    const value = fieldValue(row, name);
    if (value === undefined) return [];
    return [[name, field.sensitive ? maskOf(field.type) : value]];
  });
  return Object.fromEntries(masked);
}

function maskOf(type: string) {
  return type === 'list' ? [MASK] : type === 'text' ? MASK : undefined;
}
