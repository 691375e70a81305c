import { describe, sectionNames } from '../../model/catalogue.ts';
import type { RawElement } from '../../model/descriptor.ts';
import type { Inventory } from '../../model/inventory.ts';
import { asReceived } from '../as-received.ts';
import { decodeRequest } from './request.ts';
import { SectionDecoder, travelsUnchanged } from './sections.ts';

/**
 * What a receiver decodes of a document that was made of an inventory. Its long lists, which hold nearly all of it, are
 * taken as they are where that is the same.
 */
export function inventoryAsReceived(root: RawElement, { sections }: Inventory): Inventory | undefined {
  const rows = new SectionDecoder();
  const taken = new Set<string>();
  for (const name of sectionNames) {
    const list = sections[name] ?? [];
    if (list.length === 0 || !list.every((row) => travelsUnchanged(name, row))) continue;
    rows.give(name, list);
    taken.add(describe(name).tag);
  }
  return decodeRequest(asReceived(withoutRows(root, taken)), { rows }).inventory;
}

/** The document without the elements of these tags in its CONTENT. */
function withoutRows(root: RawElement, tags: ReadonlySet<string>): RawElement {
  const children = root.children?.map((child) =>
    child.name === 'CONTENT'
      ? { ...child, children: child.children?.filter(({ name }) => !tags.has(name)) ?? [] }
      : child,
  );
  return { ...root, children: children ?? [] };
}
