import { expect, it } from 'vitest';
import type { ServiceStatus } from '../../src/agent/service/status.ts';
import type { Context } from '../../src/cli/command.ts';
import { statusLines } from '../../src/cli/service-text.ts';
import { messagesOf } from '../../src/i18n/language.ts';

const context = { language: 'en', messages: messagesOf('en'), now: () => 0 } as Context;
const installation = {
  schedule: { every: 1440, at: 0 },
  command: ['node', 'parcours.js'],
  installedAt: '2026-11-23T18:00:00.000Z',
  stateFolder: '/var/lib/parcours/agent',
  ownsState: true,
  files: [],
  folders: [],
};

it.each([
  ['systemd', 'only root may know: run it with sudo'],
  ['task', 'only administrators may know: run it as administrator'],
] as const)('says who may know of the last run that %s started', (scheduler, sentence) => {
  const known: ServiceStatus = { installation: { ...installation, scheduler }, missing: [], lastRunHidden: true };
  expect(statusLines(context, known).join('\n')).toContain(sentence);
});
