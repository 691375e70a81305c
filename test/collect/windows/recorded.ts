import { readFileSync } from 'node:fs';
import { rootedHost } from '../../../src/collect/rooted-host.ts';
import type { Host, RunResult } from '../../../src/model/host.ts';

/** A line of the script as the tests change it. */
export type Line = Record<string, unknown>;
type MachineName = 'windows-11' | 'windows-server-2022';

const folder = 'test/fixtures/hosts';

/** What the script wrote on a machine, line by line. */
export function linesOf(name: MachineName): readonly Line[] {
  const text = readFileSync(`${folder}/${name}/outputs/powershell.ndjson`, 'utf8').replace(/^\uFEFF/, '');
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => JSON.parse(line) as Line);
}

/** The same machine, on which PowerShell ends in another way; undefined where it is missing. */
export async function machineWhere(name: MachineName, run: () => Promise<RunResult | undefined>): Promise<Host> {
  return { ...(await rootedHost(`${folder}/${name}`)), run };
}

/** … where it writes something else. */
export function machineThatWrites(name: MachineName, output: string | Uint8Array, ending: Partial<RunResult> = {}) {
  const bytes = typeof output === 'string' ? new TextEncoder().encode(output) : output;
  return machineWhere(name, async () => ({ output: bytes, exitCode: 0, ...ending }));
}

/** … where some sources give something else. */
export function machineWith(name: MachineName, changes: Readonly<Record<string, Line>>): Promise<Host> {
  const lines = linesOf(name).map((line) => {
    const change = changes[String(line['source'])];
    return change ? { source: line['source'], ...change } : line;
  });
  const known = new Set(lines.map((line) => line['source']));
  const more = Object.entries(changes).filter(([source]) => !known.has(source));
  const all = [...lines, ...more.map(([source, change]) => ({ source, ...change }))];
  return machineThatWrites(name, all.map((line) => JSON.stringify(line)).join('\r\n'));
}

/** How a source of the script says that something went wrong. */
export function refusal(reason: string, category: number, id: string): Line {
  return { reason, category, id };
}

export const denied = refusal('Accès refusé ', 18, 'HRESULT 0x80041003,Microsoft.Management.Infrastructure.CimCmdlets');
