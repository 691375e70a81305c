import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lostElements, valuesIn } from '../wire/lost-elements.ts';
import { type Agent, type Authority, fusion, HASHED, machinesOf, makeAuthority, ocs } from './agents.ts';
import { type Home, newHome, type Server } from './program.ts';
import { type Recorder, recorderBefore } from './recorder.ts';

/** The agents of others, installed on this machine, against the built program. */
const timeout = 120_000;

interface Way {
  readonly name: string;
  /** What the receiver is started with. */
  receive(home: Home, authority: Authority): readonly string[];
  /** What the agent is started with. */
  send(agent: Agent, authority: Authority): readonly string[];
}

const http: Way = { name: 'http', receive: () => [], send: () => [] };
const https: Way = {
  name: 'https with an authority of our own and a password',
  receive(home, { cert, key }) {
    const secret = home.path('secret');
    writeFileSync(secret, HASHED, { mode: 0o600 });
    return ['--tls-cert', cert, '--tls-key', key, '--user', 'agents', '--password-file', secret];
  },
  send: (agent, { ca }) => [agent.trust(ca), ...agent.login('agents', 's3cret')],
};
const encounters = [ocs, fusion].flatMap((agent) =>
  [http, https].map((way) => [agent.name, way.name, agent, way] as const),
);

describe.each(encounters)('%s over %s', (_agent, _way, agent, way) => {
  describe.skipIf(!agent.installed)('when it is run', { timeout }, () => {
    let home: Home;
    let authority: Authority;
    let server: Server;
    let recorder: Recorder;
    beforeAll(async () => {
      home = newHome();
      authority = makeAuthority(home.folder);
      server = await home.serve(home.path('S'), ...way.receive(home, authority));
      recorder = await recorderBefore(server.url, way === https ? authority : undefined);
    });
    afterAll(async () => {
      recorder.close();
      await server.stop();
    });

    const runs: readonly (readonly [string, readonly string[]])[] = [
      ['the first time', []],
      ['the second time', []],
      ['with --force', ['--force']],
      ['with --tag', ['--tag=B104']],
      [`with ${agent.noSoftware}`, [agent.noSoftware]],
      ...(agent === fusion ? [['with --no-compression', ['--no-compression']] as const] : []),
    ];
    it.for(runs)('%s: what is stored is what it sent, field by field', async ([, args], { annotate }) => {
      recorder.statuses.splice(0);
      expect(await agent.run(home.path('agent'), recorder.url, ...way.send(agent, authority), ...args)).toMatchObject({
        code: 0,
      });
      expect(recorder.statuses).toContain(200);
      expect(recorder.statuses.filter((status) => status !== 200 && !(way === https && status === 401))).toEqual([]);
      const sent = recorder.inventory();
      const [machine, ...others] = await machinesOf(home);
      expect(others).toEqual([]);
      const { stdout: kept } = await home.run('export', machine.id, '--format', 'ocs', '--store', home.path('S'));
      const values = await valuesIn(sent);
      await annotate(`${values.length} values sent`);
      expect(values.length).toBeGreaterThan(100);
      expect(await lostElements(sent, kept)).toEqual([]);
      const made = await lostElements(kept, sent);
      // The software of the run before stays where this one left it out.
      expect(made.filter((value) => !(args[0] === agent.noSoftware && value.startsWith('softwares')))).toEqual([]);
    });

    it('is one machine with the software it had before it was told to leave it out', async () => {
      const [{ softwareCount }] = await machinesOf(home);
      expect(softwareCount).toBeGreaterThan(10);
    });
  });
});
