import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localHost } from '../../../src/collect/local-host.ts';
import { rootedHost } from '../../../src/collect/rooted-host.ts';
import { collect } from '../../../src/collect/run.ts';
import { askedBy, SCRIPT } from '../../../src/collect/windows/script.ts';
import { languages, messagesOf, reasonText } from '../../../src/i18n/language.ts';
import type { Host } from '../../../src/model/host.ts';
import { silentLog } from '../../../src/model/log.ts';
import { denied, linesOf, machineThatWrites, machineWhere, machineWith, refusal } from './recorded.ts';

const log = silentLog;
const program = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';
const json = linesOf('windows-11').map((line) => JSON.stringify(line));
const asRecorded = async () => collect(await rootedHost('test/fixtures/hosts/windows-11'), { log });

describe('what PowerShell writes', () => {
  it.each([
    ['a byte order mark', `\uFEFF${json.join('\r\n')}`],
    ['lines of a policy around it', `WARNING: logged\r\n\r\n${json.join('\r\n')}\r\n{not ours}\r\n`],
    ['no carriage returns', json.join('\n')],
  ])('is understood with %s', async (_, output) => {
    const { sections, reports } = await collect(await machineThatWrites('windows-11', output), { log });
    const { sections: expected, reports: states } = await asRecorded();
    expect(sections).toEqual(expected);
    expect(reports).toEqual(states);
  });

  it('is understood amid text in the code page of an old console', async () => {
    const bytes = Buffer.concat([Buffer.from('Stratégie\r\n', 'latin1'), Buffer.from(json.join('\r\n'))]);
    const { sections } = await collect(await machineThatWrites('windows-11', bytes), { log });
    expect(sections.localusers?.map(({ login }) => login)).toContain('Hélène');
  });

  it('may be one object where a list of one is meant', async () => {
    const row = { Name: 'PC', Domain: 'LEFEVRE', Workgroup: 'LEFEVRE', PartOfDomain: false, UserName: null };
    const host = await machineWith('windows-11', { computer: { rows: row }, logons: { rows: [] } });
    const { sections } = await collect(host, { log });
    expect(sections.hardware?.[0]?.workgroup).toBe('LEFEVRE');
    expect(sections.users).toEqual([]);
  });
});

describe('a Windows where PowerShell', () => {
  /** systeminformation and the runtime know these all the same. */
  async function expectTheRest(host: Host, reason: string): Promise<void> {
    const { sections, reports } = await collect(host, { log });
    expect(sections.hardware?.[0]).toMatchObject({ name: 'PC-COMPTA-07', memory: 16068 });
    expect(sections.networks).toMatchObject([{ description: 'Wi-Fi', ipAddress: '192.168.1.57' }]);
    expect(sections.batteries).toHaveLength(1);
    expect(reports.softwares).toEqual({ state: 'failed', reason });
    expect(reports.localusers).toEqual({ state: 'failed', reason });
    expect(reports.batteries).toEqual({ state: 'complete' });
  }

  it('is missing', async () => {
    await expectTheRest(await machineWhere('windows-11', async () => undefined), `not-supported: no ${program}`);
  });

  it('may not be started', async () => {
    const blocked = async () => {
      throw Object.assign(new Error('spawn EACCES'), { code: 'EACCES' });
    };
    const host = await machineWhere('windows-11', blocked);
    await expectTheRest(host, 'failed: spawn EACCES');
    // What stands in for it does not know as much.
    expect((await collect(host, { log })).reports.networks).toEqual({
      state: 'partial',
      reason: 'failed: spawn EACCES',
    });
  });

  it('runs no script by order of the administrator', async () => {
    const words = Buffer.from("L'exécution de scripts est désactivée sur ce système.\r\n", 'latin1');
    const host = await machineThatWrites('windows-11', words, { exitCode: 1 });
    await expectTheRest(host, 'failed: powershell ended with 1');
  });

  it('is too old to write JSON', async () => {
    const host = await machineThatWrites('windows-11', '{"powershell":"2.0"}\r\n');
    await expectTheRest(host, 'not-supported: PowerShell 2.0 is older than 3');
  });

  it('hangs before it wrote anything', async () => {
    const host = await machineThatWrites('windows-11', '', { exitCode: -1, late: true });
    await expectTheRest(host, 'timed-out: powershell');
  });
});

describe('a source of the script', () => {
  it('that is for administrators leaves the rest, and says what to do, on Windows', async () => {
    const host = await machineWith('windows-11', { bitlocker: denied, tpm: denied });
    const { sections, reports } = await collect(host, { log });
    expect(reports.drives).toEqual({ state: 'partial', reason: 'needs-administrator: BitLocker' });
    expect(sections.drives?.[0]).toEqual(expect.not.objectContaining({ encryptionStatus: expect.anything() }));
    expect(reports.security).toEqual({ state: 'partial', reason: 'needs-administrator' });
    expect(sections.security?.map(({ name }) => name)).toEqual([
      ...['secure-boot', 'account-control', 'automatic-updates', 'reboot'],
    ]);
    const sentences = languages.map((language) => reasonText(messagesOf(language), reports.drives?.reason ?? ''));
    expect(sentences).toEqual([
      'needs administrator rights: run as administrator (BitLocker)',
      "demande les droits d'administrateur : exécuter en tant qu'administrateur (BitLocker)",
    ]);
  });

  it('that shows other users to administrators alone gives the apps of who asks', async () => {
    const all = linesOf('windows-11').find(({ source }) => source === 'apps')?.['rows'] as readonly object[];
    const id =
      'System.UnauthorizedAccessException,Microsoft.Windows.Appx.PackageManager.Commands.GetAppxPackageCommand';
    const host = await machineWith('windows-11', {
      apps: refusal('Accès refusé.\r\nAccès refusé.', 0, id),
      ownApps: { rows: all.slice(0, 1) },
    });
    const { sections, reports } = await collect(host, { log });
    expect(reports.softwares).toEqual({ state: 'partial', reason: 'needs-administrator: apps of other users' });
    expect(sections.softwares?.filter(({ from }) => from === 'store').map(({ name }) => name)).toEqual([
      'Microsoft.WindowsCalculator',
    ]);
  });

  it('that Windows does not have makes its section unknown, not empty', async () => {
    const id = 'HRESULT 0x80041010,Microsoft.Management.Infrastructure.CimCmdlets.GetCimInstanceCommand';
    const host = await machineWith('windows-11', { licences: refusal('Invalid class ', 10, id) });
    const { sections, reports } = await collect(host, { log });
    expect(sections.licenseinfos).toBeUndefined();
    expect(reports.licenseinfos).toEqual({
      state: 'failed',
      reason: 'not-supported: no licences (Invalid class)',
    });
  });

  it('that takes too long costs its own time alone', async () => {
    const late = refusal('Timed out ', 15, 'HRESULT 0x40004,Microsoft.Management.Infrastructure.CimCmdlets');
    const { sections, reports } = await collect(await machineWith('windows-11', { hotfixes: late }), { log });
    expect(reports.softwares).toEqual({ state: 'partial', reason: 'timed-out: Timed out' });
    expect(sections.softwares?.map(({ name }) => name)).toContain('7-Zip 24.09');
    expect(sections.softwares?.filter(({ from }) => from === 'hotfix')).toEqual([]);
  });

  it('after the one that hangs is missing, what came before is there', async () => {
    const output = `${json.slice(0, 12).join('\r\n')}\r\n${json[12]?.slice(0, 40)}`;
    const host = await machineThatWrites('windows-11', output, { exitCode: -1, late: true });
    const { sections, reports } = await collect(host, { log });
    expect(sections.cpus).toHaveLength(1);
    expect(reports.cpus).toEqual({ state: 'complete' });
    expect(reports.softwares).toEqual({ state: 'failed', reason: 'timed-out: powershell' });
  });
});

describe('the script', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parcours-powershell-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** A program of this machine in the place of PowerShell. */
  async function startable(script: string): Promise<Host> {
    const path = join(folder, 'Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe');
    await writeFile(path, `#!/bin/sh\n${script}\n`);
    await chmod(path, 0o755);
    const recorded = await rootedHost('test/fixtures/hosts/windows-11');
    const facts = { ...recorded.facts, environment: { SystemRoot: join(folder, 'Windows') } };
    return { ...recorded, facts, run: localHost().run };
  }

  it('reaches PowerShell whole, as one argument, and once', async () => {
    const answer = join(process.cwd(), 'test/fixtures/hosts/windows-11/outputs/powershell.ndjson');
    const host = await startable(`for last; do :; done; printf '%s' "$last" >> "${folder}/received"; cat '${answer}'`);
    const { sections } = await collect(host, { log });
    expect(await readFile(join(folder, 'received'), 'utf8')).toBe(SCRIPT);
    expect(sections).toEqual((await asRecorded()).sections);
  });

  it('is ended when it hangs; what it wrote counts', async () => {
    await writeFile(join(folder, 'beginning'), json.slice(0, 6).join('\n'));
    const host = await startable(`cat '${folder}/beginning'; sleep 600`);
    const { sections, reports } = await collect(host, { log, collectorMilliseconds: 3000 });
    expect(sections.storages).toHaveLength(2);
    expect(reports.storages).toEqual({ state: 'partial', reason: 'timed-out: powershell' });
    expect(sections.cpus?.[0]?.type).toBe('13th Gen Intel(R) Core(TM) i5-1345U');
    expect(reports.cpus).toEqual({ state: 'complete' });
    expect(reports.softwares).toEqual({ state: 'failed', reason: 'timed-out: powershell' });
  });

  it('has nothing that a command line or a code page could change', () => {
    expect(SCRIPT).not.toContain('"');
    expect(SCRIPT).toMatch(/^[\n -~]*$/);
    // CreateProcess takes 32767 characters.
    expect(SCRIPT.length).toBeLessThan(30_000);
  });

  it('keeps to what a constrained language allows', () => {
    const types = [...SCRIPT.matchAll(/\[([a-z]+)\](?=[$('@])/g)].map(([, name]) => name);
    expect([...new Set(types)].sort()).toEqual(['bool', 'char', 'datetime', 'int', 'string']);
    const methods = [...SCRIPT.matchAll(/\.([A-Za-z]+)\(/g)].map(([, name]) => name);
    expect([...new Set(methods)].sort()).toEqual(['Replace', 'ToCharArray', 'ToString', 'ToUniversalTime']);
    expect(SCRIPT).not.toMatch(/New-Object|Add-Type|\[[\w.]+\]::/);
  });

  it('changes nothing on the machine', () => {
    const verbs = [...SCRIPT.matchAll(/(?<![\w-])([A-Z][A-Za-z]+)-[A-Z][a-z]\w+/g)].map(([, verb]) => verb);
    expect([...new Set(verbs)].sort()).toEqual(['ConvertTo', 'ForEach', 'Get', 'Select', 'Test', 'Where']);
  });

  it('tells what Windows is asked for a value', async () => {
    expect(askedBy('processors')).toBe('Win32_Processor');
    expect(askedBy('programs')).toBe('\\Microsoft\\Windows\\CurrentVersion\\Uninstall');
    expect(askedBy('smbios')).toBe(
      'MSSmBios_RawSMBiosTables, HKLM:\\SYSTEM\\CurrentControlSet\\Services\\mssmbios\\Data',
    );
    const { outcomes } = await collect(await rootedHost('test/fixtures/hosts/windows-11'), { log, trace: true });
    const bios = outcomes.find(({ report }) => report.name === 'windows/bios');
    expect([...(bios?.answered ?? [])]).toEqual([`powershell.exe ${askedBy('smbios')}`]);
  });

  it('asks every source that the machines answer, and no other', () => {
    const asked = [...SCRIPT.matchAll(/^Source '(\w+)'/gm)].map(([, name]) => name).sort();
    for (const name of ['windows-11', 'windows-server-2022'] as const) {
      const answered = linesOf(name).flatMap(({ source }) => (source === undefined ? [] : [String(source)]));
      expect(answered.toSorted()).toEqual(asked);
    }
  });
});
