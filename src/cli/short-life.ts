import { setFlagsFromString } from 'node:v8';

/**
 * From now on this process spends neither time nor memory on running fast and small later: code is not optimised, the
 * space for young objects stays as small as it is and is swept by this thread alone, and old objects are not looked
 * through while the work goes on. An agent run is over before any of that pays.
 */
export function expectShortLife(): void {
  for (const name of SENDING) process.getBuiltinModule(name);
  for (const flag of FLAGS) setFlagsFromString(flag);
}

/** What sending needs of Node. V8 takes the compiled form of these only while its flags are those Node was built with. */
const SENDING = ['node:crypto', 'node:fs/promises', 'node:http', 'node:tls', 'node:zlib'] as const;
const FLAGS = ['--no-opt', '--semi-space-growth-factor=1', '--no-parallel-scavenge', '--no-incremental-marking'];
