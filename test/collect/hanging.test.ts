import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Collected, Collector } from '../../src/collect/collector.ts';
import { localHost } from '../../src/collect/local-host.ts';
import { collect } from '../../src/collect/run.ts';
import { decode } from '../../src/collect/sources/text.ts';
import type { Host } from '../../src/model/host.ts';
import { silentLog } from '../../src/model/log.ts';
import { isRunning } from '../running.ts';

/** Tools and sources that do what tools and sources should not: each costs its time limit and no more. */
const LIMIT = 1000;
const folder = mkdtempSync(join(tmpdir(), 'parcours-hanging-'));
const at = (name: string) => join(folder, name);
const sockets = new Set<Socket>();
const servers: Server[] = [];

beforeAll(async () => {
  execFileSync('mkfifo', [at('pipe')]);
  mkdirSync(at('folder'));
  await listen('silent', () => {});
  await listen('endless', (socket) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    const more = () => {
      while (socket.write(Buffer.alloc(65536, 'x')));
    };
    socket.on('drain', more);
    more();
  });
  await listen('dripping', (socket) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n');
    const drip = setInterval(() => socket.write('x'), 50);
    socket.on('close', () => clearInterval(drip));
  });
  await listen('garbage', (socket) => void socket.end('\0\xff not HTTP'));
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function listen(name: string, answer: (socket: Socket) => void): Promise<void> {
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    answer(socket);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(at(name), done));
}

type Outcome = 'reported' | 'failed' | 'timed out';

/** `pids`: what the script leaves in that file are processes that must not outlive it. */
const tools: readonly [what: string, script: string, outcome: Outcome, reason: RegExp | undefined][] = [
  ['hangs', 'echo $$ > pids; exec sleep 600', 'timed out', /^timed-out: /],
  ['ignores SIGTERM', 'echo $$ > pids; trap "" TERM INT HUP; while :; do sleep 0.1; done', 'timed out', /^timed-out: /],
  ['waits for children that hang', 'sleep 600 & echo $! $$ > pids; wait', 'timed out', /^timed-out: /],
  ['ends and leaves a child that holds its output', 'sleep 600 & echo $! > pids; echo answer', 'reported', undefined],
  ['ends and leaves a silent child', 'sleep 600 >/dev/null & echo $! > pids; echo answer', 'reported', undefined],
  ['prints 1 GB', 'echo $$ > pids; head -c 1073741824 /dev/zero', 'failed', /wrote more than 8388608 bytes/],
  ['prints for ever and ignores SIGPIPE', 'trap "" PIPE; echo $$ > pids; yes', 'failed', /wrote more than/],
  ['prints Latin-1', String.raw`printf 'Soci\351t\351\n'`, 'reported', undefined],
  ['prints NUL', String.raw`printf 'a\000b\n'`, 'reported', undefined],
  ['ends with garbage', String.raw`printf '\377\376garbage'; exit 3`, 'failed', /ended with 3/],
  ['is killed', 'kill -KILL $$', 'failed', /ended with -1/],
];

const sources: readonly [what: string, host: (host: Host) => Promise<unknown>, outcome: Outcome, reason: RegExp][] = [
  ['a socket that says nothing', (host) => host.get(at('silent'), '/'), 'timed out', /^timed-out: /],
  ['a socket that never stops', (host) => host.get(at('endless'), '/'), 'failed', /answered more than 8388608 bytes/],
  ['a socket that drips', (host) => host.get(at('dripping'), '/'), 'timed out', /^timed-out: /],
  ['a socket that speaks no HTTP', (host) => host.get(at('garbage'), '/'), 'failed', /^failed: /],
  ['a pipe in place of a file', (host) => host.read(at('pipe')), 'failed', /pipe is not a file/],
  ['a folder in place of a file', (host) => host.read(at('folder')), 'failed', /folder is not a file/],
  ['a file that never ends', (host) => host.read('/dev/zero'), 'failed', /zero is not a file/],
  ['a mount that is dead', (host) => dead(host).space('/'), 'timed out', /^timed-out: 1 s$/],
  ['a folder that is never listed', (host) => dead(host).list('/'), 'timed out', /^timed-out: 1 s$/],
];

function dead(host: Host): Host {
  const never = () => new Promise<never>(() => {});
  return { ...host, space: never, list: never };
}

const healthy: Collector<'cpus'> = {
  name: 'healthy',
  section: 'cpus',
  platforms: [process.platform],
  collect: async () => ({ rows: [{ type: 'i5' }] }),
};

function software(work: (host: Host) => Promise<Collected<'softwares'> | undefined>): Collector<'softwares'> {
  return { name: 'tested', section: 'softwares', platforms: [process.platform], collect: work };
}

async function run(collector: Collector<'softwares'>) {
  const { sections, reports, collectors } = await collect(localHost(), {
    log: silentLog,
    collectors: [collector, healthy],
    collectorMilliseconds: LIMIT,
  });
  expect(sections.cpus).toEqual([{ type: 'i5' }]);
  expect(reports.cpus).toEqual({ state: 'complete' });
  return { rows: sections.softwares, report: reports.softwares, outcome: collectors[0]?.outcome };
}

describe.runIf(process.platform === 'linux')('a tool that', () => {
  it.each(tools)('%s ends with its collector, and so does what it started', async (what, script, outcome, reason) => {
    const tool = at(`tool-${what.replaceAll(/\W/g, '-')}`);
    const pids = `${tool}.pids`;
    writeFileSync(tool, `#!/bin/sh\n${script.replaceAll('pids', `'${pids}'`)}\n`, { mode: 0o755 });
    const answer = await run(
      software(async (host) => {
        const result = await host.run(tool, [], { milliseconds: 60_000, bytes: 2 ** 30 });
        if (result?.exitCode !== 0) throw new Error(`the tool ended with ${result?.exitCode}`);
        return { rows: [{ name: decode(result.output).trim() }] };
      }),
    );
    expect(answer.outcome).toBe(outcome);
    expect(answer.report?.reason ?? '').toMatch(reason ?? /^$/);
    if (!existsSync(pids)) return;
    for (const pid of readFileSync(pids, 'utf8').trim().split(/\s+/)) {
      await expect.poll(() => isRunning(pid)).toBe(false);
    }
  });
});

describe.runIf(process.platform === 'linux')('a source that is', () => {
  it.each(sources)('%s costs its own section alone', async (_, ask, outcome, reason) => {
    const answer = await run(
      software(async (host) => {
        await ask(host);
        return { rows: [{ name: 'answered' }] };
      }),
    );
    expect(answer.outcome).toBe(outcome);
    expect(answer.rows).toBeUndefined();
    expect(answer.report).toEqual({ state: 'failed', reason: expect.stringMatching(reason) });
  });
});
