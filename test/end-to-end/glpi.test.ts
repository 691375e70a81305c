import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { capture } from '../wire/captures.ts';
import { type Home, newHome, type Server } from './program.ts';

/** GLPI agents' requests over HTTP, and GLPI's JSON in and out of files: through the built program. */
let home: Home;
let server: Server;
const ask = async (store: string, ...args: string[]) =>
  JSON.parse((await home.run(...args, '--json', '--store', home.path(store))).stdout);

beforeAll(async () => {
  home = newHome();
  server = await home.serve(home.path('S'), '--no-category', 'process');
});
afterAll(() => server.stop('SIGKILL'));

async function send(name: string) {
  const url = server.url.replace('/ocsinventory', '/front/inventory.php');
  const headers = { 'GLPI-Agent-ID': 'fc83dae2-7a4a-4b6c-8a1e-0c3d4c6a5f10' };
  return (await fetch(url, { method: 'POST', headers, body: new Uint8Array(capture(`glpi/${name}`)) })).json();
}

it('receives what a GLPI agent sends, a full inventory and then a part', async () => {
  expect(await send('ocs-prolog.xml')).toEqual({ status: 'ok', expiration: 24 });
  const tasks = { inventory: { 'no-category': 'process' } };
  expect(await send('glpi-contact.json')).toMatchObject({ status: 'ok', tasks });
  expect(await send('glpi-full.json')).toEqual({ status: 'ok', expiration: 24 });
  expect(await send('glpi-partial.json')).toEqual({ status: 'ok', expiration: 24 });
  const [row] = await ask('S', 'list');
  expect(row).toMatchObject({ name: 'vm', kind: 'computer', agent: 'GLPI-Agent_v1.12-dev', snapshots: 1 });
  const { sections } = await ask('S', 'show', 'vm');
  const cpus = sections.find(({ name }: { name: string }) => name === 'cpus');
  expect(cpus).toMatchObject({ completeness: 'complete', rows: [{ type: 'AMD EPYC', cores: 2 }] });
});

it('writes a machine as GLPI JSON that another store reads as the same', async () => {
  const { code, stdout } = await home.run('export', 'vm', '--format', 'glpi', '--store', home.path('S'));
  expect(code).toBe(0);
  writeFileSync(home.path('vm.json'), stdout);
  expect(await ask('S2', 'import', home.path('vm.json'))).toMatchObject([{ outcome: 'stored' }]);
  const [there, here] = [await ask('S2', 'show', 'vm'), await ask('S', 'show', 'vm')];
  expect(there.snapshot.digest).toBe(here.snapshot.digest);
});

it('writes none of our own words where GLPI is strict, and says what is lost', async () => {
  const { stdout } = await home.run('--stdout', '--format', 'glpi', '--basevardir', home.path('agent'));
  writeFileSync(home.path('here.json'), stdout);
  expect(stdout).toContain('_parcours');
  const [{ id }] = await ask('S3', 'import', home.path('here.json'));
  const strict = await home.run('export', id, '--format', 'glpi', '--strict', '--store', home.path('S3'));
  expect(strict.stdout).not.toContain('_parcours');
  expect(strict.stderr).toContain('hardware.osName');
  expect(JSON.parse(strict.stdout).content.operatingsystem.full_name).toBeTypeOf('string');
});

it('keeps a switch that was imported as what it is', async () => {
  const device = { name: 'sw1', type: 'Networking', serial: 'SSI1912014B', mac: '8c:60:4f:8d:ae:fc' };
  const document = {
    action: 'netinventory',
    itemtype: 'NetworkEquipment',
    deviceid: 'foo',
    content: { network_device: device },
  };
  writeFileSync(home.path('sw1.json'), JSON.stringify(document));
  expect(await ask('S4', 'import', home.path('sw1.json'))).toMatchObject([{ outcome: 'stored' }]);
  const [row] = await ask('S4', 'list');
  expect(row).toMatchObject({ name: 'sw1', kind: 'network', serial: 'SSI1912014B', mac: '8c:60:4f:8d:ae:fc' });
  expect((await home.run('list', '--store', home.path('S4'))).stdout).toContain('network device');
});
