import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { parseColonFile } from '../sources/colon-file.ts';
import { localTime } from '../sources/local-time.ts';
import { parseMeminfo } from '../sources/meminfo.ts';
import { bootMoment } from '../sources/moments.ts';
import { parseProcessStat, TICKS, terminalName } from '../sources/process-stat.ts';
import { readAllowed } from '../sources/text.ts';

/** Processes with their command lines, which may hold passwords: only for who asks for them. */
export const linuxProcesses: Collector<'processes'> = {
  name: 'linux/processes',
  section: 'processes',
  platforms: ['linux'],
  onRequest: true,
  async collect(host) {
    const pids = (await host.list('/proc'))?.filter((name) => /^\d+$/.test(name)).map(Number);
    const bootedAt = await bootMoment(host);
    if (!pids || bootedAt === undefined) return undefined;
    const machine = { bootedAt, memory: await memoryBytes(host), logins: await loginNames(host) };
    const rows = await Promise.all(pids.sort((a, b) => a - b).map((pid) => processRow(host, pid, machine)));
    return { rows: rows.filter((row) => row !== undefined) };
  },
};

interface Machine {
  readonly bootedAt: number;
  readonly memory: number;
  readonly logins: ReadonlyMap<string, string>;
}

async function memoryBytes(host: Host): Promise<number> {
  return (parseMeminfo((await readAllowed(host, '/proc/meminfo')) ?? '').get('MemTotal') ?? 0) * 1024;
}

async function loginNames(host: Host): Promise<ReadonlyMap<string, string>> {
  const lines = parseColonFile((await readAllowed(host, '/etc/passwd')) ?? '', 7);
  return new Map(lines.map(([login = '', , uid = '']) => [uid, login]));
}

/** Undefined where the process has ended meanwhile. */
async function processRow(host: Host, pid: number, machine: Machine): Promise<SectionRow<'processes'> | undefined> {
  const stat = parseProcessStat((await readAllowed(host, `/proc/${pid}/stat`)) ?? '');
  if (!stat) return undefined;
  const startedAt = machine.bootedAt + (stat.startedAt / TICKS) * 1000;
  const status = (await readAllowed(host, `/proc/${pid}/status`)) ?? '';
  const seconds = Math.max(1, (host.facts.now() - startedAt) / 1000);
  return present({
    pid,
    command: (await commandLine(host, pid)) ?? `[${stat.name}]`,
    user: userName(status, machine.logins),
    cpu: percent(stat.ticks / TICKS, seconds),
    memory: percent(residentBytes(status), machine.memory),
    virtualMemory: Math.round(stat.virtualBytes / 1024),
    terminal: terminalName(stat.terminal),
    started: localTime(host, startedAt).replace('T', ' ').slice(0, 16),
  });
}

/** Threads of the kernel have none. */
async function commandLine(host: Host, pid: number): Promise<string | undefined> {
  const words = (await readAllowed(host, `/proc/${pid}/cmdline`))?.replace(/\0+$/, '').split('\0');
  return words?.join(' ').trim() || undefined;
}

/** The effective user of `Uid:\treal\teffective\t…`. */
function userName(status: string, logins: Machine['logins']): string | undefined {
  const [, uid] = /^Uid:\s+\d+\s+(\d+)/m.exec(status) ?? [];
  return uid === undefined ? undefined : (logins.get(uid) ?? uid);
}

function residentBytes(status: string): number {
  const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
  return Number(kibibytes ?? 0) * 1024;
}

function percent(part: number, whole: number): number | undefined {
  return whole > 0 ? Math.round((part / whole) * 1000) / 10 : undefined;
}
