import { expect, it } from 'vitest';
import type { SectionView } from '../../src/fleet/fleet.ts';
import type { Language } from '../../src/i18n/language.ts';
import { machineRoute } from '../../src/tui/routes.ts';
import { fakeFleet } from './fake-fleet.ts';
import { madeMachine } from './made-machines.ts';
import { pilot } from './pilot.ts';

const security: SectionView = {
  name: 'security',
  completeness: 'partial',
  reason: 'needs-root: /etc/shadow',
  rows: [
    { name: 'automatic-updates', state: 'off', detail: 'unattended-upgrades' },
    { name: 'kernel-lockdown', state: 'integrity' },
    { name: 'security-updates', state: 'pending', count: 3, detail: 'openssl \u001b[31m libc6' },
    { name: 'of-tomorrow', state: 'unheard' },
  ],
};
const firewall: SectionView = {
  name: 'firewall',
  completeness: 'complete',
  rows: [{ description: 'ufw', status: 'off' }],
};

async function securityTab(language: Language, sections: readonly SectionView[]) {
  const { row } = madeMachine(0);
  const fleet = fakeFleet([{ row, snapshots: [{ at: '2026-11-22T08:00:00.000Z', sections }] }]);
  const screen = await pilot({ fleet, language, initial: machineRoute({ id: row.id, seq: 'newest' }) });
  await screen.press('6');
  return screen;
}

it('shows what is wrong before anything else, the worst first, and then what is known', async () => {
  const { text, lines, widths } = await securityTab('en', [security, firewall]);
  const at = (words: string) => lines().findIndex((line) => line.includes(words));
  expect(at('To look at (3)')).toBe(3);
  expect(at('! No firewall is on')).toBe(4);
  expect(at('! Security updates to install: 3')).toBe(5);
  expect(at('· Updates are not installed automatically')).toBe(6);
  expect(at('Protection (4)')).toBeGreaterThan(6);
  expect(text()).toMatch(/Protection \(4\) +partial · needs root: run with sudo \(\/etc\/shadow\)/);
  expect(text()).toMatch(/Kernel lockdown +integrity/);
  expect(text()).toMatch(/of-tomorrow +unheard/);
  expect(text()).not.toContain('\u001b');
  expect(Math.max(...widths())).toBeLessThanOrEqual(80);
});

it('says it in French', async () => {
  const { text } = await securityTab('fr', [security, firewall]);
  expect(text()).toContain('! Aucun pare-feu n’est activé');
  expect(text()).toContain('! Mises à jour de sécurité à installer : 3');
  expect(text()).toMatch(/Verrouillage du noyau +intégrité/);
  expect(text()).toMatch(/ufw +désactivé/);
});

it('says that nothing is wrong only of what it knows', async () => {
  const { text } = await securityTab('en', [{ ...firewall, rows: [{ description: 'ufw', status: 'on' }] }]);
  expect(text()).toContain('Nothing to correct in what is known');
});
