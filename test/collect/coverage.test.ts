import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rootedHost } from '../../src/collect/rooted-host.ts';
import { collect } from '../../src/collect/run.ts';
import type { AnySections } from '../../src/model/catalogue.ts';
import { silentLog } from '../../src/model/log.ts';
import { readDocument } from '../../src/wire/document.ts';
import { filledFields, unexplained, why } from './coverage.ts';

/** What other agents wrote on the machine of which `debian-vm` is the recording, with less software and fewer users. */
const documents = ['ocsinventory-agent-2.10.0.ocs', 'fusioninventory-agent-2.6.xml'];

async function sectionsOf(document: string): Promise<AnySections> {
  const { request } = await readDocument(readFileSync(`test/fixtures/agents/${document}`), { inflate: 'sync' });
  return request.inventory?.sections ?? {};
}

async function ours(): Promise<AnySections> {
  return (await collect(await rootedHost('test/fixtures/hosts/debian-vm'), { log: silentLog })).sections;
}

it.each(documents)('fills every field that %s has, or says why not', async (document) => {
  expect(unexplained(await sectionsOf(document), await ours())).toEqual([]);
});

it('explains nothing away that it fills, or that nobody does', async () => {
  const filled = filledFields(await ours());
  const theirs = (await Promise.all(documents.map(sectionsOf))).flatMap((sections) => [...filledFields(sections)]);
  const concerns = (reason: string, field: string) => field === reason || field.startsWith(`${reason}.`);
  const idle = Object.keys(why).filter(
    (reason) => !theirs.some((field) => concerns(reason, field) && !filled.has(field)),
  );
  expect(idle).toEqual([]);
});

it('would notice a field that ours loses', async () => {
  const { localusers, ...rest } = await ours();
  const [document = ''] = documents;
  expect(localusers?.length).toBe(25);
  expect(unexplained(await sectionsOf(document), rest)).toEqual(
    ['gid', 'home', 'id', 'login', 'name', 'shell'].map((field) => `localusers.${field}`),
  );
});
