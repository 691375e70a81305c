import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { refusedPort } from '../agent/answering-server.ts';
import { countingProxy } from './counting-proxy.ts';
import { type Home, newHome } from './program.ts';

/**
 * The built agent against a stock OCS server that runs already, at the URL in PARCOURS_OCS_SERVER. The program in
 * PARCOURS_OCS_VERIFY gets a device id, a document and `--json`, and compares what that server holds with what was sent.
 * Packages are made up in a mount namespace of the agent's own, so these tests ask for Linux, dpkg and root.
 */
const server = process.env['PARCOURS_OCS_SERVER'] ?? '';
const verifier = process.env['PARCOURS_OCS_VERIFY'] ?? '';
const PACKAGES = '/var/lib/dpkg/status';

/** What the server holds otherwise than it was sent. */
interface Verified {
  readonly lock: number;
  readonly fields: {
    readonly stored: number;
    readonly differ: readonly { readonly sent: string; readonly stored: string | null }[];
    readonly rowcount: readonly unknown[];
  };
}

describe.skipIf(server === '' || verifier === '')('a stock OCS server', { timeout: 60_000 }, () => {
  let home: Home;
  let runs = 0;
  beforeAll(() => {
    home = newHome();
  });

  /** Inventories a machine that has these packages more; the exit code, the log and what the server says of it. */
  async function run(packages: readonly string[], args: readonly string[] = [], to = server) {
    const [status, out, log] = ['status', 'out', 'log'].map((name) => home.path(`${name}-${++runs}`)) as string[];
    writeFileSync(status ?? '', [readFileSync(PACKAGES, 'utf8').trimEnd(), ...packages].join('\n\n'));
    const common = ['--np', `--server=${to}`, `--local=${out}`, '--debug', `--logfile=${log}`];
    const mounted = ['--mount', 'sh', '-c', `mount --bind "$0" ${PACKAGES} && exec "$@"`, status ?? ''];
    const { code } = await ended('unshare', [...mounted, process.execPath, 'bin/parcours.js', ...common, ...args]);
    const [document] = readdirSync(out ?? '').map((name) => join(out ?? '', name));
    return { code, log: readFileSync(log ?? '', 'utf8'), document: document ?? '' };
  }

  const agent = (name: string) => ['--basevardir', home.path(name)];

  it.each([
    ['at the first run', []],
    ['at an unchanged run', []],
    ['with one package more', [aPackage('plain')]],
    ['with accents in its fields', [aPackage('accents', 'Élodie Müßig-Čapek', "Œuvre naïve à l'école, Привет")]],
    ['with accents in its name', [aPackage('éditeur-çà-et-là')]],
    ['with --nosoftware', [], ['--nosoftware']],
    ['with a tag, of a new device', [], ['--tag=B104', '--basevardir', 'tagged']],
  ])('holds all that it was sent %s', async (_, packages, args = []) => {
    const { code, document } = await run(packages, [...agent('agent'), ...args.map(inHome)]);
    expect(code).toBe(0);
    const { lock, fields } = await verified(document);
    expect({ ...fields, lock }).toMatchObject({ differ: [], rowcount: [], lock: 0 });
    expect(fields.stored).toBeGreaterThan(50);
  });

  it('holds all but the one value that its column has no room for: an emoji', async () => {
    const { code, document } = await run([aPackage('emoji', 'Testers', 'rocket 🚀')], agent('agent'));
    expect(code).toBe(0);
    const { fields } = await verified(document);
    expect(fields).toMatchObject({ differ: [{ sent: 'rocket 🚀', stored: 'rocket ????' }], rowcount: [] });
  });

  it('gets what was kept while it could not be reached, once', async () => {
    const { host, pathname } = new URL(server);
    const port = await refusedPort();
    const address = `http://127.0.0.1:${port}${pathname}`;
    expect((await run([], agent('spooling'), address)).code).toBe(69);
    const proxy = await countingProxy(host, port);
    const second = await run([aPackage('plain')], agent('spooling'), address);
    const third = await run([], agent('spooling'), address);
    await proxy.close();
    expect([second, third].map(({ code, log }) => [code, log.split(KEPT).length - 1])).toEqual([
      [0, 1],
      [0, 0],
    ]);
    expect((await verified(third.document)).fields).toMatchObject({ differ: [], rowcount: [] });
  });

  function inHome(arg: string): string {
    return arg === 'tagged' ? home.path(arg) : arg;
  }
});

const KEPT = 'sending an inventory that was kept';

/** The server compares publishers without accents and keeps the first spelling: each here is its own. */
function aPackage(name: string, maintainer = 'Testers', description = 'plain'): string {
  const maintained = `Maintainer: ${maintainer} <testers@example.org>`;
  const rest = ['Version: 1.0', 'Architecture: all', maintained, `Description: ${description}`, ''];
  return [`Package: ${name}`, 'Status: install ok installed', ...rest].join('\n');
}

async function verified(document: string): Promise<Verified> {
  const deviceId = /<DEVICEID>(.*)<\/DEVICEID>/.exec(readFileSync(document, 'utf8'))?.[1] ?? '';
  return JSON.parse((await ended(verifier, [deviceId, document, '--json'])).stdout);
}

function ended(program: string, args: readonly string[]) {
  return new Promise<{ readonly code: number; readonly stdout: string }>((resolve) => {
    execFile(program, args, { encoding: 'utf8', maxBuffer: 2 ** 26 }, (error, stdout) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout });
    });
  });
}
