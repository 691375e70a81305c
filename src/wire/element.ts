import type { RawElement } from '../model/descriptor.ts';
import { compareTexts } from '../model/order.ts';

export function leaf(name: string, text: string | number): RawElement {
  return { name, text: String(text) };
}

export function parent(name: string, children: readonly RawElement[]): RawElement {
  return { name, children };
}

/** What an element holds. An attribute counts as a child, as the OCS server reads it. */
export function childrenOf(element: RawElement): readonly RawElement[] {
  const children = element.children ?? [];
  if (element.attributes === undefined) return children;
  return [...Object.entries(element.attributes).map(([name, text]) => leaf(name, text)), ...children];
}

export function childrenNamed(element: RawElement | undefined, name: string): readonly RawElement[] {
  return element === undefined ? [] : childrenOf(element).filter((child) => child.name === name);
}

export function childNamed(element: RawElement | undefined, name: string): RawElement | undefined {
  return childrenNamed(element, name)[0];
}

export function childText(element: RawElement | undefined, name: string): string | undefined {
  return childNamed(element, name)?.text;
}

/** Says nothing: agents write an empty element for what they do not know. */
export function isEmpty(element: RawElement): boolean {
  return !element.text && !element.attributes && !element.children?.length;
}

/** Elements in the order of their names, as the OCS Unix agent writes them; those of one name keep their order. */
export function byName(elements: readonly RawElement[]): readonly RawElement[] {
  return [...elements].sort((a, b) => compareTexts(a.name, b.name));
}
