/** The explorer over a made-up fleet, as a program for a terminal: `node app.js '{"language":"fr"}'`. */
import Output from '../../node_modules/ink/build/output.js';
import type { MachineRow } from '../../src/fleet/fleet.ts';
import type { Language } from '../../src/i18n/language.ts';
import { silentLog } from '../../src/model/log.ts';
import { browse } from '../../src/tui/browse.tsx';
import { fakeFleet } from './fake-fleet.ts';
import { hostileMachine } from './hostile-machine.ts';
import { madeFleet, madeMachine, NOW } from './made-machines.ts';

export interface AppSettings {
  readonly language?: Language;
  readonly machines?: number;
  readonly hostile?: boolean;
  /** Ink composes the frames itself. */
  readonly slow?: boolean;
  /** Breaks while it draws, or at a moment nobody waits for. */
  readonly breaks?: 'drawing' | 'later';
}

const settings: AppSettings = JSON.parse(process.argv[2] ?? '{}');
const count = settings.machines ?? 12;
const fleet = fakeFleet([...madeFleet(count), ...(settings.hostile ? [hostileMachine()] : [])]);

// What a receiver would do, on a signal from the test.
process.on('SIGUSR2', () => fleet.receive(madeMachine(count)));

if (settings.breaks === 'later') {
  setTimeout(() => {
    throw new Error('broke later');
  }, 300);
}

const inksOwn = Output.prototype.get;
const left = browse({
  fleet: settings.breaks === 'drawing' ? { ...fleet, machines: async () => [{} as MachineRow] } : fleet,
  write: fleet.write,
  language: settings.language ?? 'en',
  now: () => NOW,
  stdin: process.stdin,
  stdout: process.stdout,
  environment: process.env,
  folder: process.cwd(),
  log: silentLog,
});
if (settings.slow) Output.prototype.get = inksOwn;
await left;
process.stdout.write('bye\n');
