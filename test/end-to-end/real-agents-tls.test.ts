import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fusion, HASHED, machinesOf, makeAuthority, ocs } from './agents.ts';
import { type Home, newHome, type Server } from './program.ts';

/** As `real-agents.test.ts`, with everything between them encrypted and a password asked for. */
const timeout = 120_000;

describe.each([ocs, fusion].map((agent) => [agent.name, agent] as const))('%s', (_name, agent) => {
  describe.skipIf(!agent.installed)('over https with an authority of our own and a password', { timeout }, () => {
    let home: Home;
    let server: Server;
    let ca: string;
    beforeAll(async () => {
      home = newHome();
      const made = makeAuthority(home.folder);
      ca = made.ca;
      writeFileSync(home.path('secret'), HASHED, { mode: 0o600 });
      const login = ['--user', 'agents', '--password-file', home.path('secret')];
      server = await home.serve(home.path('S'), '--tls-cert', made.cert, '--tls-key', made.key, ...login);
      expect(server.url).toMatch(/^https:/);
    });
    afterAll(() => server.stop());

    it.each([['the first time'], ['the second time']])('%s: succeeds', async () => {
      const args = [agent.trust(ca), ...agent.login('agents', 's3cret'), '--tag=B104'];
      expect(await agent.run(home.path('agent'), server.url, ...args)).toMatchObject({ code: 0 });
      const rows = await machinesOf(home);
      expect(rows).toMatchObject([{ tag: 'B104' }]);
      expect(rows[0].softwareCount).toBeGreaterThan(10);
    });

    it('with a wrong password: nothing is kept', async () => {
      await refused([agent.trust(ca), ...agent.login('agents', 'wrong')]);
    });

    it('without the authority: nothing is kept', async () => {
      await refused(agent.login('agents', 's3cret'));
    });

    async function refused(args: readonly string[]): Promise<void> {
      const before = await machinesOf(home);
      await agent.run(home.path('other'), server.url, ...args);
      expect(await machinesOf(home)).toEqual(before);
    }
  });
});
