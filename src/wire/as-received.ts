import type { RawElement } from '../model/descriptor.ts';
import { xmlLimits } from './limits.ts';
import { dropForbidden } from './repair.ts';
import { cutText, finishElement } from './tree-builder.ts';
import { writableName } from './xml.ts';

/** What `parseXml` makes of what `writeXml` writes, without the long way through XML. */
export function asReceived(element: RawElement): RawElement {
  const { name, attributes, text, children } = element;
  if (!attributes && !children && NAME.test(name) && TEXT.test(text ?? '')) return element;
  const received = {
    name: writableName(name),
    attributes: attributes && Object.keys(attributes).length > 0 ? attributesReceived(attributes) : undefined,
    children: (children ?? []).map(asReceived),
  };
  return finishElement(received, text === undefined ? '' : textReceived(text));
}

/** The same of a text. */
export function textReceived(text: string): string {
  return cut(dropForbidden(text).trim());
}

// What stands in XML as it is: nearly all of an inventory.
const NAME = /^[A-Za-z_][\w.:-]*$/;
const TEXT = /^[!-~](?:[ -~]{0,1000}[!-~])?$/;

function attributesReceived(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [writableName(name), cut(dropForbidden(value))]),
  );
}

function cut(text: string): string {
  return cutText(text, xmlLimits.text);
}
