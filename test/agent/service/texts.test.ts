import { describe, expect, it } from 'vitest';
import { cronFiles } from '../../../src/agent/service/cron.ts';
import { launchdFiles } from '../../../src/agent/service/launchd.ts';
import type { Plan } from '../../../src/agent/service/plan.ts';
import { systemdFiles } from '../../../src/agent/service/systemd.ts';
import { taskFiles } from '../../../src/agent/service/windows-task.ts';
import { parseXml } from '../../../src/wire/xml.ts';

const plan: Plan = {
  command: ['/usr/bin/node', '/opt/parcours/bin/parcours.js', 'agent', '--server=10.0.0.1', `--tag=50% of $5 "B" it's`],
  schedule: { every: 1440, at: 421 },
  stateFolder: '/var/lib/parcours/agent',
  writable: [],
};

function textOf(files: readonly { readonly text: string }[]): string {
  return files.map(({ text }) => text).join('\n');
}

function every(minutes: number, at: number): Plan {
  return { ...plan, schedule: { every: minutes, at } };
}

describe('the units of systemd', () => {
  const text = textOf(systemdFiles(plan));

  it('say each word of the command so that systemd reads the same', () => {
    expect(text).toContain(
      `ExecStart=/usr/bin/node /opt/parcours/bin/parcours.js agent --server=10.0.0.1 "--tag=50%% of $$5 \\"B\\" it's"\n`,
    );
  });

  it('let the run write its state and nothing else', () => {
    expect(text).toContain('\nStateDirectory=parcours/agent\nStateDirectoryMode=0700\n');
    expect(text).toContain('\nProtectSystem=strict\n');
    expect(text).not.toContain('ReadWritePaths');
  });

  it('let it write where it was told to', () => {
    const elsewhere = textOf(systemdFiles({ ...plan, stateFolder: '/srv/state', writable: ['/srv/my out'] }));
    expect(elsewhere).toContain('ReadWritePaths=/srv/state\nReadWritePaths="/srv/my out"\n');
    expect(elsewhere).not.toContain('StateDirectory');
  });

  it('hide nothing that an inventory reads', () => {
    // /usr/lib/modules, processes, machine-wide homes, code that V8 compiles.
    expect(text).not.toMatch(
      /ProtectKernelModules|ProcSubset|ProtectProc|ProtectHome=(?:yes|tmpfs)|MemoryDenyWriteExecute/,
    );
  });

  it('keep the folder of temporary files in sight only where the run has to see it', () => {
    expect(text).toContain('\nPrivateTmp=yes\n');
    expect(textOf(systemdFiles({ ...plan, stateFolder: '/tmp/state' }))).toContain('\nPrivateTmp=no\n');
  });

  it.each([
    [15, '*-*-* *:00/15:00', '3min'],
    [360, '*-*-* 00/6:00:00', '60min'],
    [1440, '*-*-* 00:00:00', '60min'],
    [10_080, 'Mon *-*-* 00:00:00', '60min'],
  ])('run every %i minutes, put off at random', (minutes, calendar, delay) => {
    const timer = textOf(systemdFiles(every(minutes, 0)));
    expect(timer).toContain(`OnCalendar=${calendar}\nRandomizedDelaySec=${delay}\n`);
    expect(timer).toContain('Persistent=yes');
  });
});

describe('the line of cron', () => {
  it('says each word so that cron and the shell read the same', () => {
    expect(textOf(cronFiles(plan))).toContain(
      `\n1 7 * * * root nice -n 10 /usr/bin/node /opt/parcours/bin/parcours.js agent --server=10.0.0.1 '--tag=50\\% of $5 "B" it'\\''s' 2>&1 | logger -t parcours-agent\n`,
    );
  });

  it.each([
    [15, 7, '7-59/15 * * * *'],
    [60, 7, '7 0-23/1 * * *'],
    [360, 130, '10 2-23/6 * * *'],
    [10_080, 2 * 1440 + 61, '1 1 * * 3'],
    [10_080, 6 * 1440, '0 0 * * 0'],
  ])('runs every %i minutes from minute %i', (minutes, at, times) => {
    expect(textOf(cronFiles(every(minutes, at)))).toContain(`\n${times} root `);
  });
});

describe('the daemon of launchd', () => {
  it('is well-formed, and says each word', async () => {
    const text = textOf(launchdFiles(plan)).replace(/<!DOCTYPE[^>]*>\n/, '');
    expect((await parseXml(Buffer.from(text))).root.name).toBe('plist');
    expect(text).toContain(`<string>--tag=50% of $5 "B" it's</string>\n    <string>--wait=3600</string>`);
  });

  it.each([
    [30, 7, 2, '<key>Minute</key><integer>7</integer>'],
    [360, 130, 4, '<key>Hour</key><integer>2</integer><key>Minute</key><integer>10</integer>'],
    [1440, 421, 1, '<key>Hour</key><integer>7</integer><key>Minute</key><integer>1</integer>'],
    [10_080, 1450, 1, '<key>Weekday</key><integer>2</integer><key>Hour</key><integer>0</integer>'],
  ])('names the times of every %i minutes', (minutes, at, count, first) => {
    const text = textOf(launchdFiles(every(minutes, at)));
    expect(text.match(/<key>Minute<\/key>/g)).toHaveLength(count);
    expect(text).toContain(`    <dict>${first}`);
  });
});

describe('the task of Windows', () => {
  const windows: Plan = {
    ...plan,
    command: [
      'C:\\Program Files\\nodejs\\node.exe',
      'C:\\Program Files\\parcours\\bin\\parcours.js',
      'agent',
      '--tag=a&b',
    ],
  };

  it('is well-formed UTF-16, and says each word', async () => {
    const [file] = taskFiles(windows, 'C:\\ProgramData\\parcours');
    expect(file).toMatchObject({ path: 'C:\\ProgramData\\parcours\\parcours-agent.xml', encoding: 'utf16le' });
    const text = (file?.text ?? '').replace(/^\ufeff<\?xml.*\?>\r\n/, '');
    expect((await parseXml(Buffer.from(text))).root.name).toBe('Task');
    expect(text).toContain('<Command>C:\\Program Files\\nodejs\\node.exe</Command>');
    expect(text).toContain(
      '<Arguments>"C:\\Program Files\\parcours\\bin\\parcours.js" agent --tag=a&amp;b</Arguments>',
    );
  });

  it.each([
    [360, 130, 'PT360M', 'ScheduleByDay'],
    [10_080, 1450, '<Tuesday />', 'ScheduleByWeek'],
  ])('runs every %i minutes', (minutes, at, ...words) => {
    const text = textOf(taskFiles({ ...windows, schedule: { every: minutes, at } }, 'C:'));
    for (const word of words) expect(text).toContain(word);
    expect(text).toContain('<RandomDelay>PT60M</RandomDelay>');
  });
});
