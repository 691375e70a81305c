import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lostElements, valuesIn } from '../wire/lost-elements.ts';
import { fusion, machinesOf, ocs, type Recorder, recorderBefore } from './agents.ts';
import { type Home, newHome, type Server } from './program.ts';

/** The agents of others, installed on this machine, against the built program. */
const timeout = 120_000;

describe.each([ocs, fusion].map((agent) => [agent.name, agent] as const))('%s', (_name, agent) => {
  describe.skipIf(!agent.installed)('over http', { timeout }, () => {
    let home: Home;
    let server: Server;
    let recorder: Recorder;
    beforeAll(async () => {
      home = newHome();
      server = await home.serve(home.path('S'));
      recorder = await recorderBefore(server.url);
    });
    afterAll(async () => {
      recorder.close();
      await server.stop();
    });

    const runs = [
      ['the first time', []],
      ['the second time', []],
      ['with --force', ['--force']],
      ['with --tag', ['--tag=B104']],
      [`with ${agent.noSoftware}`, [agent.noSoftware]],
      ...(agent === fusion ? [['with --no-compression', ['--no-compression']] as const] : []),
    ] as const;
    it.each(runs)('%s: succeeds, and nothing it sent is lost', async (_when, args) => {
      recorder.statuses.splice(0);
      expect(await agent.run(home.path('agent'), recorder.url, ...args)).toMatchObject({ code: 0 });
      expect(recorder.statuses).toEqual(recorder.statuses.map(() => 200));
      const sent = recorder.inventory();
      const [machine, ...others] = await machinesOf(home);
      expect(others).toEqual([]);
      const { stdout } = await home.run('export', machine.id, '--format', 'ocs', '--store', home.path('S'));
      expect((await valuesIn(sent)).length).toBeGreaterThan(100);
      expect(await lostElements(sent, stdout)).toEqual([]);
    });

    it('is one machine with the software it had before it was told to leave it out', async () => {
      const [{ softwareCount }] = await machinesOf(home);
      expect(softwareCount).toBeGreaterThan(10);
    });
  });
});
