import { createRequire } from 'node:module';
import { isAgentRun, normalise } from './arguments.ts';
import { loadCompiled } from './compiled.ts';

type Program = Pick<typeof import('./main.ts'), 'main'>;

/**
 * What bin/parcours.js calls. An agent run, which every machine of a fleet makes every day, takes a program of its own
 * that was compiled when it was built; everything else takes the whole program. This part is CommonJS when it is built:
 * Node's loader of ES modules would cost an agent run more than reading its arguments.
 */
export async function start(typed: readonly string[]): Promise<void> {
  const { main } = isAgentRun(normalise(typed)) ? agentProgram() : await import('./main.ts');
  await main(typed);
}

function agentProgram(): Program {
  const file = new URL('agent.cjs', import.meta.url);
  return loadCompiled<Program>(file, createRequire(file));
}
