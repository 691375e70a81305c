import { describe, expect, it } from 'vitest';
import { saveState } from '../../src/agent/state.ts';
import { longestWait } from '../../src/agent/wait.ts';
import { silentLog } from '../../src/model/log.ts';
import { HOUR, MINUTE } from '../../src/model/time.ts';
import { temporaryFolder } from './folders.ts';

const deps = { log: silentLog, now: () => 0 };
const servers = ['one.invalid', 'other.invalid', 'new.invalid'];

describe('--wait', () => {
  it('means so many seconds at most', async () => {
    expect(await longestWait('600', { servers, stateFolder: temporaryFolder() }, deps)).toBe(10 * MINUTE);
  });

  it('means with server the shortest interval that one asked for', async () => {
    const stateFolder = temporaryFolder();
    await saveState(stateFolder, 'http://one.invalid/ocsinventory', { account: {}, prologFreqHours: 24 });
    await saveState(stateFolder, 'http://other.invalid/ocsinventory', { account: {}, prologFreqHours: 12 });
    expect(await longestWait('server', { servers, stateFolder }, deps)).toBe(12 * HOUR);
  });

  it('means an hour where none ever answered', async () => {
    expect(await longestWait('server', { servers, stateFolder: temporaryFolder() }, deps)).toBe(HOUR);
  });

  it.each(['-1', '1.5', 'soon', '99999999'])('does not mean %s', async (text) => {
    const waiting = longestWait(text, { servers, stateFolder: temporaryFolder() }, deps);
    await expect(waiting).rejects.toMatchObject({ code: 'usage' });
  });
});
