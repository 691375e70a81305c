import { describe, expect, it } from 'vitest';
import type { SectionName } from '../../src/model/catalogue.ts';
import { inventoryXml } from '../wire/captures.ts';
import { samples } from '../wire/glpi/schema.ts';
import { sample, sent } from './glpi-site.ts';
import { newSite } from './site.ts';

/** Section 10 of the GLPI reference, checks 6 to 8: what many inventories amount to; the others are in `glpi-checks`. */
describe('check 6: two machines that say', () => {
  interface Told {
    readonly name?: string;
    readonly uuid?: string;
    readonly serial?: string;
    readonly mac?: string;
  }
  const UUID = '4c4c4544-0042-3510-8054-b7c04f4e3532';
  const pc: Told = {
    name: 'pc',
    uuid: UUID,
    serial: 'CN7X1',
    mac: 'b8:ca:3a:91:01:02',
  };

  async function doublesOf(...told: readonly Told[]): Promise<number> {
    const bodies = told.map(({ name, uuid, serial, mac }, at) => {
      const networks = mac ? [{ description: 'eth0', mac }] : [];
      const content = { hardware: { name, uuid }, bios: { ssn: serial }, networks };
      return Buffer.from(JSON.stringify({ deviceid: `pc-${at}`, content }));
    });
    const machines = await (await sent(...bodies)).fleet.machines();
    return machines.filter(({ possibleDoubles }) => possibleDoubles.length > 0).length;
  }

  it.each([
    [
      'the same serial that is junk are no doubles',
      { serial: 'To be filled by O.E.M.' },
      { serial: 'To be filled by O.E.M.' },
      0,
    ],
    ['another name are, after a rename', pc, { ...pc, name: 'renamed' }, 2],
    ['other MAC addresses are: a clone, or another dock', pc, { ...pc, mac: 'b8:ca:3a:91:0f:0f' }, 2],
    ['the UUID of their host are: a container', pc, { name: 'container', uuid: UUID }, 2],
    ['the same name alone are not', { name: 'pc', serial: 'A1B2C3' }, { name: 'pc', serial: 'D4E5F6' }, 0],
    // Which half of its bytes a firmware swapped cannot be told from one UUID; its serial and MAC tell.
    [
      'a UUID with swapped bytes are, by what else they say',
      pc,
      { ...pc, uuid: '44454c4c-4200-1035-8054-b7c04f4e3532' },
      2,
    ],
  ] as const)('%s', async (_what, one, other, count) => {
    expect(await doublesOf(one, other)).toBe(count);
  });
});

const counted = ['softwares', 'monitors', 'networks', 'virtualmachines', 'firewall'] as const;

describe.runIf(samples)('check 7: the difference between computer_3 and computer_3_updated', () => {
  it('is what changed on the machine, not what moves by itself', async () => {
    const { fleet, rows } = await sent(sample('json/computer_3.json'), sample('json/computer_3_updated.json'));
    const delta = await fleet.compare(await fleet.locate('LF014@first'), await fleet.locate('LF014@last'));
    const fields = (section: SectionName) =>
      delta.sections
        .find(({ name }) => name === section)
        ?.changes.flatMap((change) => change.fields.map(({ field }) => field)) ?? [];
    expect(fields('hardware')).not.toContain('memory');
    expect(fields('operatingsystem')).toEqual(expect.arrayContaining(['kernelVersion', 'sshKey']));
    expect(fields('operatingsystem')).not.toContain('bootTime');
    expect(fields('drives')).not.toContain('free');
    const kinds = (section: SectionName, kind: string) =>
      delta.sections.find(({ name }) => name === section)?.changes.filter((change) => change.kind === kind).length;
    expect([kinds('monitors', 'added'), kinds('monitors', 'removed')]).toEqual([0, 1]);
    expect([kinds('networks', 'added'), kinds('networks', 'removed')]).toEqual([4, 1]);
    // 3033 packages became 3184.
    expect([kinds('softwares', 'added'), kinds('softwares', 'removed')]).toEqual([156, 5]);
    const counts = await Promise.all(counted.map(async (section) => (await rows('LF014', section)).length));
    expect(counts).toEqual([3184, 1, 10, 3, 1]);
    expect(await rows('LF014', 'operatingsystem')).toMatchObject([
      { kernelVersion: expect.stringMatching(/^4\.11\.3/) },
    ]);
    // Another gateway and resolver are shown: who moves a machine, or is moved by someone else, wants to know.
    expect(fields('hardware')).toEqual(['defaultGateway', 'dns']);
    const names = delta.sections.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['softwares', 'monitors', 'networks']));
    expect(names).not.toContain('timezone');
    expect(names).not.toEqual(expect.arrayContaining(['versionprovider']));
    // The first run sent neither section: what it would have said of them is unknown, not none.
    const unknown = delta.notCompared.map(({ section }) => section);
    expect(unknown).toEqual(expect.arrayContaining(['virtualmachines', 'firewall']));
    expect(delta.hidden.noise).toBeGreaterThan(0);
  });
});

it('check 8: a section that was not collected keeps its values, and nothing was removed', async () => {
  const full = { deviceid: 'pc1', content: { hardware: { name: 'pc1' }, printers: [{ name: 'lp' }] } };
  const failed = { deviceid: 'pc1', content: { hardware: { name: 'pc1', workgroup: 'x' } } };
  const { fleet } = await sent(...[full, failed].map((document) => Buffer.from(JSON.stringify(document))));
  const { sections } = await fleet.view(await fleet.locate('pc1'));
  expect(sections.find(({ name }) => name === 'printers')).toMatchObject({
    completeness: 'skipped',
    reason: 'not-sent',
    rows: [{ name: 'lp' }],
  });
  const delta = await fleet.compare(await fleet.locate('pc1@first'), await fleet.locate('pc1@last'));
  expect(delta.sections.map(({ name }) => name)).toEqual(['hardware']);
});

it('check 8: a collector that timed out: the section keeps its values, marked, and nothing was removed', async () => {
  const site = newSite();
  const own =
    '<PARCOURS><SECTION><NAME>PRINTERS</NAME><STATE>failed</STATE><REASON>timed-out: 10 s</REASON></SECTION></PARCOURS>';
  await site.post(inventoryXml('<HARDWARE><NAME>pc1</NAME></HARDWARE><PRINTERS><NAME>lp</NAME></PRINTERS>'));
  await site.post(inventoryXml(`<HARDWARE><NAME>pc1</NAME></HARDWARE>${own}`));
  const { sections } = await site.fleet.view(await site.fleet.locate('pc1'));
  expect(sections.find(({ name }) => name === 'printers')).toMatchObject({
    completeness: 'failed',
    reason: 'timed-out: 10 s',
    rows: [{ name: 'lp' }],
  });
  expect(await site.fleet.machines()).toMatchObject([{ snapshots: 1 }]);
});
