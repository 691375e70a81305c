import { copyFileSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adoptDeviceId } from '../../src/agent/adopt.ts';
import { temporaryFolder } from './folders.ts';
import { recordedLog } from './recorded-log.ts';
import { agentOn } from './scene.ts';

const captured = 'vm-2026-11-23-18-16-10';
const fixture = (name: string) => new URL(`../fixtures/agent/ocs-2.10.5/${name}`, import.meta.url);

/** State of an OCS agent: files by server folder, and the minute they were written. */
function ocsState(
  servers: Readonly<Record<string, { readonly conf?: string; readonly txt?: string; readonly at?: number }>>,
) {
  const folder = temporaryFolder();
  for (const [server, { conf, txt, at = 0 }] of Object.entries(servers)) {
    mkdirSync(join(folder, server));
    for (const [name, text] of [
      ['ocsinv.conf', conf],
      ['ocsinv.txt', txt],
    ] as const) {
      if (text === undefined) continue;
      writeFileSync(join(folder, server, name), text);
      utimesSync(join(folder, server, name), at * 60, at * 60);
    }
  }
  return folder;
}

const conf = (deviceId: string) =>
  `<CONF>\n  <DEVICEID>${deviceId}</DEVICEID>\n  <PROLOG_FREQ>24</PROLOG_FREQ>\n</CONF>\n`;
const id = (name: string) => `${name}-2025-09-01-10-12-44`;

/** The id that is kept afterwards, and the log. */
async function adopting(ocsFolders: readonly string[], servers: readonly string[] = [], kept?: string) {
  const stateFolder = temporaryFolder();
  if (kept !== undefined) writeFileSync(join(stateFolder, 'device-id'), `${kept}\n`);
  const log = recordedLog();
  await adoptDeviceId({ ocsFolders, servers, stateFolder }, 7, log);
  return {
    deviceId: readFileSync(join(stateFolder, 'device-id'), 'utf8').trim(),
    log,
    files: readdirSync(stateFolder),
  };
}

describe('the id of the OCS agent', () => {
  it.each(['ocsinv.conf', 'ocsinv.txt'])('is read from %s as that agent wrote it', async (name) => {
    const folder = ocsState({ 'http:__127.0.0.1:8080_ocsinventory': {} });
    copyFileSync(fixture(name), join(folder, 'http:__127.0.0.1:8080_ocsinventory', name));
    expect(await adopting([join(folder, 'missing'), folder])).toMatchObject({ deviceId: captured });
  });

  it('becomes ours before anything is sent', async () => {
    const folder = ocsState({ a: { conf: conf(id('pc')) } });
    const { run } = agentOn(temporaryFolder());
    const { deviceId } = await run({ adoptFrom: [folder], local: temporaryFolder() });
    expect(deviceId).toBe(id('pc'));
  });

  it('is the one it has with our server, else the newest, and the others are told', async () => {
    const folder = ocsState({
      'http:__old_ocsinventory': { conf: conf(id('old')), at: 1 },
      'http:__new_ocsinventory': { conf: conf(id('new')), at: 2 },
    });
    expect(await adopting([folder], ['old'])).toMatchObject({ deviceId: id('old') });
    const { deviceId, log } = await adopting([folder], ['elsewhere']);
    expect(deviceId).toBe(id('new'));
    expect(log.lines).toContainEqual(expect.objectContaining({ level: 'warn', fields: { ids: id('old') } }));
  });

  it('is read from the second file where the first is damaged', async () => {
    const folder = ocsState({ a: { conf: '<CONF><DEVICEID>x', txt: `DEVICEID=${id('pc')}\nPROLOG_FREQ=24\n` } });
    expect(await adopting([folder])).toMatchObject({ deviceId: id('pc') });
  });

  it('takes the place of ours, which stays beside it', async () => {
    const { deviceId, files } = await adopting([ocsState({ a: { conf: conf(id('pc')) } })], [], id('ours'));
    expect([deviceId, files.sort()]).toEqual([id('pc'), ['device-id', 'device-id.replaced-7']]);
  });

  it('is taken over once: then all stays, even when the OCS agent is gone', async () => {
    const folder = ocsState({ a: { conf: conf(id('pc')) } });
    expect(await adopting([folder], [], id('pc'))).toMatchObject({ files: ['device-id'] });
    expect(await adopting([], [], id('pc'))).toMatchObject({ deviceId: id('pc'), files: ['device-id'] });
  });

  it.each([undefined, 'no-date', `../${id('pc')}`])(
    'that is none (%s) is an error of configuration',
    async (deviceId) => {
      const folder = ocsState({ a: deviceId === undefined ? {} : { conf: conf(deviceId) } });
      await expect(adopting([folder])).rejects.toMatchObject({ code: 'configuration' });
    },
  );
});
