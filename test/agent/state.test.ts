import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadState, newServer, saveState } from '../../src/agent/state.ts';
import { silentLog } from '../../src/model/log.ts';
import { temporaryFolder } from './folders.ts';
import { recordedLog } from './recorded-log.ts';

const address = 'http://127.0.0.1:8080/ocsinventory';
const state = {
  sections: { hardware: 'ab', softwares: 'cd' },
  account: { TAG: 'Salle É' },
  prologFreqHours: 24,
  nextRunAt: '2026-11-24T20:00:00.000Z',
};

describe('the state of a server', () => {
  it('comes back as it was saved', async () => {
    const folder = temporaryFolder();
    await saveState(folder, address, state);
    expect(await loadState(folder, address, 0, silentLog)).toEqual(state);
  });

  it('is one a server', async () => {
    const folder = temporaryFolder();
    await saveState(folder, address, state);
    expect(await loadState(folder, 'http://127.0.0.1:8081/ocsinventory', 0, silentLog)).toEqual(newServer);
  });

  it('is for its owner alone, and leaves no temporary file', async () => {
    const folder = temporaryFolder();
    await saveState(folder, address, state);
    await saveState(folder, address, newServer);
    const [server = ''] = readdirSync(join(folder, 'servers'));
    expect(readdirSync(join(folder, 'servers', server))).toEqual(['state.json']);
    expect(statSync(join(folder, 'servers', server, 'state.json')).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{"sections":', '[]', 'null', '{"sections":{},"account":{"TAG":1}}'])(
    'that is damaged (%j) is kept aside and said',
    async (damaged) => {
      const folder = temporaryFolder();
      await saveState(folder, address, state);
      const [server = ''] = readdirSync(join(folder, 'servers'));
      writeFileSync(join(folder, 'servers', server, 'state.json'), damaged);
      const log = recordedLog();
      expect(await loadState(folder, address, 7, log)).toEqual(newServer);
      expect(log.lines).toMatchObject([{ level: 'warn' }]);
      expect(readFileSync(String(log.lines[0]?.fields['keptAs']), 'utf8')).toBe(damaged);
    },
  );

  it('forgets a schedule that makes no sense, and keeps the rest', async () => {
    const folder = temporaryFolder();
    await saveState(folder, address, { ...state, prologFreqHours: 0.5, nextRunAt: 'tomorrow' });
    const { sections, account } = state;
    expect(await loadState(folder, address, 0, silentLog)).toEqual({ sections, account });
  });
});
