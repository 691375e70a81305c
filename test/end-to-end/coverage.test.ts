import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnySections } from '../../src/model/catalogue.ts';
import { readDocument } from '../../src/wire/document.ts';
import { unexplained } from '../collect/coverage.ts';
import { fusion, ocs } from './agents.ts';
import { newHome } from './program.ts';

/** This machine, told by the agents that are installed on it and by ours. */
const isRoot = process.getuid?.() === 0;
let ours: AnySections = {};

beforeAll(async () => {
  const { stdout } = await newHome().run('agent', '--stdout', '--format=parcours');
  ours = JSON.parse(stdout).sections;
});

async function sectionsOf(document: Uint8Array): Promise<AnySections> {
  return (await readDocument(document, { inflate: 'sync' })).request.inventory?.sections ?? {};
}

function ocsDocument(): Uint8Array {
  const home = newHome();
  const [state, written] = [home.path('state'), home.path('written')];
  for (const folder of [state, written]) mkdirSync(folder);
  execFileSync('ocsinventory-agent', [`--local=${written}`, `--basevardir=${state}`], { stdio: 'ignore' });
  return readFileSync(join(written, readdirSync(written)[0] ?? ''));
}

function fusionDocument(): Uint8Array {
  return execFileSync('fusioninventory-inventory', { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 26 });
}

describe('on this machine, ours fills every field or says why not that', () => {
  it.skipIf(!ocs.installed || !isRoot)('ocsinventory-agent fills', async () => {
    expect(unexplained(await sectionsOf(ocsDocument()), ours)).toEqual([]);
  });

  it.skipIf(!fusion.installed || !isRoot)('fusioninventory-agent fills', async () => {
    expect(unexplained(await sectionsOf(fusionDocument()), ours)).toEqual([]);
  });
});
