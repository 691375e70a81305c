import { writeXml } from '../wire/xml.ts';
import { deviceIdIfKept, deviceIdSource } from './device-id.ts';
import { makeDocument } from './document.ts';
import { type TakenInventory, takeInventory } from './inventory.ts';
import type { AgentDeps, AgentOptions } from './options.ts';
import { serverAddress } from './server-address.ts';
import { newServer } from './state.ts';

/** What a run would send to a server that holds nothing yet. */
export interface Preview extends TakenInventory {
  readonly addresses: readonly string[];
  readonly document: string;
}

/** Reads the machine and writes the document, without asking a server or keeping anything. */
export async function previewRun(options: AgentOptions, deps: AgentDeps): Promise<Preview> {
  const addresses = [...new Set(options.servers.map(serverAddress))];
  const taken = await takeInventory(await deviceIdIfKept(options.stateFolder, deviceIdSource(deps)), options, deps);
  const { inventory, root } = makeDocument(taken.inventory, newServer, options.tag);
  return { ...taken, inventory, addresses, document: writeXml(root) };
}
