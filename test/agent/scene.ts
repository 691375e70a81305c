import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { inflateSync } from 'node:zlib';
import type { AgentDeps, AgentOptions } from '../../src/agent/options.ts';
import { runAgent } from '../../src/agent/run.ts';
import type { CollectOptions } from '../../src/collect/run.ts';
import type { Sections } from '../../src/model/catalogue.ts';
import type { Host } from '../../src/model/host.ts';
import type { Inventory } from '../../src/model/inventory.ts';
import { decodeRequest, type OcsRequest } from '../../src/wire/ocs/request.ts';
import { parseXml } from '../../src/wire/xml.ts';
import { answeringServer } from './answering-server.ts';
import { recordedLog } from './recorded-log.ts';

/** A captured reply of a real server, as bytes of the wire. */
export function wireReply(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/wire/replies/${name}.bin`, import.meta.url));
}

export const usual = [wireReply('prolog-send'), wireReply('inventory-no-account-update')] as const;

export type Answer = Uint8Array | ((response: ServerResponse) => void);

/** A server that gives the answers in turn, the last one for ever. */
export async function ocsServer(...answers: readonly Answer[]) {
  const server = await answeringServer((response, _, nth) => {
    const answer = answers[nth - 1] ?? answers.at(-1) ?? Buffer.alloc(0);
    if (answer instanceof Uint8Array) response.end(answer);
    else answer(response);
  });
  return {
    ...server,
    requests: (): Promise<readonly OcsRequest[]> =>
      Promise.all(server.received.map(async ({ body }) => decodeRequest((await parseXml(inflateSync(body))).root))),
    documents: () => server.received.map(({ body }) => inflateSync(body).toString()),
  };
}

export function status(code: number): Answer {
  return (response) => response.writeHead(code).end('<html>no</html>');
}

export const machine: Sections = {
  hardware: [{ name: 'pc-b12-31', memory: 15842, users: ['planted-user'] }],
  bios: [{ manufacturer: 'Dell Inc.', serial: 'planted-serial' }],
  drives: [{ type: '/', free: 181234 }],
  softwares: [{ name: 'bash', version: '5.2' }],
};

interface Given {
  readonly sections?: Sections;
  readonly now?: number;
  readonly reports?: Inventory['reports'];
}

/** A machine with a state folder, a clock that stands still, and the answers of its collectors. */
export function agentOn(stateFolder: string, given: Given = {}) {
  const log = recordedLog();
  const written: string[] = [];
  const collected: CollectOptions[] = [];
  const { sections = machine, now = Date.UTC(2026, 10, 23, 20, 1, 2) } = given;
  const { reports = { hardware: { state: 'complete' } } } = given;
  const deps: AgentDeps = {
    host: { facts: { hostName: 'pc-b12-31', platform: 'linux', timezoneOffset: () => 0 } } as unknown as Host,
    collect: async (_, options) => {
      collected.push(options);
      return { sections, reports, collectors: [], outcomes: [] };
    },
    log,
    now: () => now,
    write: (text) => written.push(text),
    environment: {},
    limits: { connectMilliseconds: 500, wholeMilliseconds: 2000, replyBytes: 1024 * 1024 },
  };
  const run = (options: Partial<AgentOptions> = {}, more: Partial<AgentDeps> = {}) =>
    runAgent({ version: '0.1.0', argv: [], stateFolder, servers: [], ...options }, { ...deps, ...more });
  return { run, log, written, collected };
}
