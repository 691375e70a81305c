import { describe, expect, it } from 'vitest';
import { linuxProcesses } from '../../../src/collect/linux/processes.ts';
import { collect } from '../../../src/collect/run.ts';
import { parseProcessStat, terminalName } from '../../../src/collect/sources/process-stat.ts';
import { silentLog } from '../../../src/model/log.ts';
import { fakeHost } from '../fake-host.ts';

const now = Date.UTC(2026, 10, 23, 18);
const files = {
  '/proc/stat': `cpu  1 2 3\nbtime ${now / 1000 - 3600}\n`,
  '/proc/meminfo': 'MemTotal:        1000000 kB\n',
  '/etc/passwd': 'root:x:0:0:root:/root:/bin/bash\nana:x:1001:1001::/home/ana:/bin/bash\n',
  // Fields 4 to 24 of proc_pid_stat(5), of a shell that started 600 s after the kernel and has used 30 s.
  '/proc/812/stat':
    '812 (my (odd) shell) S 811 812 812 34819 812 4194304 900 0 0 0 2000 1000 0 0 20 0 1 0 60000 8192000 25 18446744073709551615',
  '/proc/812/status': 'Name:\tshell\nUid:\t1001\t1001\t1001\t1001\nVmRSS:\t   50000 kB\n',
  '/proc/812/cmdline': '/bin/bash\0-l\0',
  '/proc/2/stat': '2 (kthreadd) S 0 0 0 0 -1 2129984 0 0 0 0 0 0 0 0 20 0 1 0 0 0 0 18446744073709551615',
  '/proc/2/status': 'Name:\tkthreadd\nUid:\t0\t0\t0\t0\n',
  '/proc/2/cmdline': '',
};

describe('processes', () => {
  it('are told with who runs them, since when, and what they use', async () => {
    const collected = await linuxProcesses.collect(fakeHost({ files, facts: { now: () => now } }));
    expect(collected?.rows).toEqual([
      { pid: 2, command: '[kthreadd]', user: 'root', cpu: 0, memory: 0, virtualMemory: 0, started: '2026-11-23 17:00' },
      {
        pid: 812,
        command: '/bin/bash -l',
        user: 'ana',
        cpu: 1,
        memory: 5,
        virtualMemory: 8000,
        terminal: 'pts/3',
        started: '2026-11-23 17:10',
      },
    ]);
  });

  it('are read only where they are asked for by name', async () => {
    const host = fakeHost({ files });
    const unasked = await collect(host, { log: silentLog, collectors: [linuxProcesses] });
    expect([unasked.sections.processes, unasked.reports.processes]).toEqual([undefined, undefined]);
    const asked = await collect(host, { log: silentLog, collectors: [linuxProcesses], only: ['processes'] });
    expect(asked.sections.processes?.map(({ pid }) => pid)).toEqual([2, 812]);
  });

  it('that end while they are read are left out', async () => {
    const { '/proc/812/stat': _, ...others } = files;
    const collected = await linuxProcesses.collect(fakeHost({ files: others }));
    expect(collected?.rows.map(({ pid }) => pid)).toEqual([2]);
  });

  it('may be called anything', () => {
    expect(parseProcessStat(files['/proc/812/stat'])?.name).toBe('my (odd) shell');
    expect(parseProcessStat('nonsense')).toBeUndefined();
  });

  it('have a terminal, or none', () => {
    expect([terminalName(34819), terminalName(1025), terminalName(0)]).toEqual(['pts/3', 'tty1', undefined]);
  });
});
