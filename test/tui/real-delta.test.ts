import { describe, expect, it } from 'vitest';
import { compareRoute } from '../../src/tui/routes.ts';
import { sample, sent } from '../server/glpi-site.ts';
import { samples } from '../wire/glpi/schema.ts';
import { pilot } from './pilot.ts';

/** A notebook half a year later, as its GLPI agent told of it: what changed is on the screen, what moves by itself is not. */
describe.runIf(samples)('the delta screen of computer_3 and computer_3_updated', () => {
  async function deltaScreen() {
    const { fleet } = await sent(sample('json/computer_3.json'), sample('json/computer_3_updated.json'));
    const { id } = await fleet.locate('LF014');
    const initial = compareRoute({ id, seq: 1 }, { id, seq: 2 });
    const asked = Object.assign(fleet, { write: async () => {} });
    return pilot({ fleet: asked, initial, size: { columns: 160, rows: 4000 } });
  }

  it('shows the kernel, the host key, the screen that is gone, the interfaces and packages that came', async () => {
    const { press, text } = await deltaScreen();
    expect(text()).toMatch(/Kernel version +│ 4\.9\.9\S* +│ 4\.11\.3/);
    expect(text()).toMatch(/Software +\+156 {2}-5 {2}~\d{2,3}\n/);
    expect(text()).toMatch(/Network interfaces +\+4 {2}-1/);
    expect(text()).toMatch(/Monitors +-1/);
    expect(text()).toMatch(/SSH host key +│ \*{8} +│ \*{8}/);
    await press('v');
    expect(text()).toMatch(/SSH host key +│ ssh-\S.* │ ssh-/);
  });

  it('folds away memory, season, boot and free space, says how much, and names what cannot be compared', async () => {
    const { text } = await deltaScreen();
    expect(text()).not.toMatch(/~ Memory |7909|7908|CEST|Started at|Free space/);
    expect(text()).toMatch(/Folded away: values that change at every run \([1-9]\d*\), noise \([1-9]\d*\)/);
    expect(text()).toMatch(/Folded away: Software · Category \(\d,\d+\), told on one side only/);
    expect(text()).toMatch(/Not compared:/);
    expect(text()).toMatch(/Virtual machines {2}left side: the agent did not send it/);
    expect(text()).toMatch(/Firewall {2}left side: the agent did not send it/);
  });

  it('shows one side alone', async () => {
    const { press, text } = await deltaScreen();
    await press('=', '=', '=');
    expect(text()).toContain('only on the right');
    expect(text()).not.toMatch(/^.. - /m);
  });
});
