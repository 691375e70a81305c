import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { NOW } from '../server/receiver.ts';
import { newSite } from '../server/site.ts';
import { answeringServer } from './answering-server.ts';
import { temporaryFolder } from './folders.ts';
import { agentOn, machine } from './scene.ts';

/** Our agent and our server, and a line that breaks after the server has kept what it got. */
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** Sends each whole answer of a site, but that of the second request only in part. */
async function siteThatLoses(share: number) {
  const site = newSite();
  const answer = async (response: ServerResponse, body: Uint8Array, nth: number) => {
    const { reply } = await site.post(body);
    if (nth !== 2) return response.writeHead(reply.status, reply.headers).end(reply.body);
    response.writeHead(reply.status, reply.headers).write(reply.body.subarray(0, share * reply.body.length));
    return setTimeout(() => response.destroy(), 5);
  };
  const server = await answeringServer((response, { body }, nth) => void answer(response, body, nth));
  open.push(server);
  return { ...site, address: server.address };
}

const changed = { ...machine, softwares: [...(machine.softwares ?? []), { name: 'nmap', version: '7.93' }] };
const shares = Array.from({ length: 20 }, (_, i) => i / 20);

describe('an inventory whose answer was lost', () => {
  it.each(shares)('after %f of it is kept once, and what changed since is its own state', async (share) => {
    const { address, later, store } = await siteThatLoses(share);
    const folder = temporaryFolder();
    const first = agentOn(folder, { now: NOW }).run({ servers: [address] });
    await expect(first).rejects.toMatchObject({ code: 'unreachable' });
    later(60_000);
    const { deviceId } = await agentOn(folder, { now: NOW + 60_000, sections: changed }).run({ servers: [address] });
    later(60_000);
    await agentOn(folder, { now: NOW + 120_000, sections: changed }).run({ servers: [address] });
    const times = (await store.timeline(deviceId)).map(({ at }) => Date.parse(at) - NOW);
    expect(times).toEqual([0, 60_000]);
  });
});
