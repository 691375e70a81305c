import { describe, expect, it } from 'vitest';
import type { RawElement } from '../../src/model/descriptor.ts';
import { childNamed, childrenNamed, childrenOf } from '../../src/wire/element.ts';
import { parseXml } from '../../src/wire/xml.ts';
import { type SampleDocument, sampleDocuments } from '../wire/sample-documents.ts';
import { newSite } from './site.ts';

/** What agents learned over the network of devices that have none. */
const documents = sampleDocuments().filter(([, bytes]) =>
  /<QUERY>(?:SNMP|NETDISCOVERY)|"itemtype": ?"(?:NetworkEquipment|Printer)"/.test(Buffer.from(bytes).toString()),
);

describe.runIf(documents.length > 0)('a network discovery, or the inventory of a device', () => {
  it('is there', () => {
    expect(documents.length).toBeGreaterThanOrEqual(20);
  });

  it.each(documents)('%s is answered, kept and shown whole', async (file, bytes) => {
    const site = newSite();
    expect((await site.post(bytes)).status).toBe(200);
    const machines = await site.fleet.machines();
    expect(machines).toMatchObject([{ kind: expect.stringMatching(/^(network|printer|unmanaged)$/) }]);
    const shown = await Promise.all(machines.map(async ({ id }) => site.fleet.view(await site.fleet.locate(id))));
    const texts = await textsIn([file, bytes]);
    expect(texts.length).toBeGreaterThan(3);
    expect(missing(texts, valuesIn(shown))).toEqual([]);
  });
});

/** Every value of a document but those that speak of the task itself. */
async function textsIn([file, bytes]: SampleDocument): Promise<readonly string[]> {
  if (file.endsWith('.json')) return valuesIn(JSON.parse(Buffer.from(bytes).toString()).content);
  const { root } = await parseXml(bytes);
  return childrenNamed(childNamed(root, 'CONTENT'), 'DEVICE').flatMap(leavesOf);
}

function leavesOf(element: RawElement): readonly string[] {
  return [...(element.text ? [element.text] : []), ...childrenOf(element).flatMap(leavesOf)];
}

/** The texts and numbers in a value, as texts; agents write yes and no as 1 and 0. */
function valuesIn(value: unknown): readonly string[] {
  if (value === null || value === undefined) return [];
  if (typeof value === 'boolean') return [value ? '1' : '0'];
  return typeof value === 'object' ? Object.values(value).flatMap(valuesIn) : [String(value).trim()];
}

function missing(wanted: readonly string[], there: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const text of there) left.set(text, (left.get(text) ?? 0) + 1);
  return wanted.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}
