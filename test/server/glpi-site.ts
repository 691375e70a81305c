import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { inventoryOf } from '../../src/cli/export-view.ts';
import { samples } from '../wire/glpi/schema.ts';
import { newSite, type Site } from './site.ts';

export const AGENT = { 'glpi-agent-id': 'fc83dae2-7a4a-4b6c-8a1e-0c3d4c6a5f10' };

/** A public sample of GLPI's format. */
export function sample(path: string): Buffer {
  return readFileSync(join(samples ?? '', 'samples/inventory_format', path));
}

/** A receiver that took what a GLPI agent sent. */
export async function sent(...bodies: readonly Uint8Array[]): Promise<Site> {
  const site = newSite();
  for (const body of bodies) expect((await site.post(body, AGENT)).status).toBe(200);
  return site;
}

/** What a machine's newest state amounts to. */
export async function keptBy({ fleet }: Site, machine: string) {
  return inventoryOf(await fleet.view(await fleet.locate(machine)));
}
