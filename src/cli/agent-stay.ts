import type { DaemonDeps } from '../agent/daemon.ts';
import type { AgentOptions, AgentOutcome } from '../agent/options.ts';
import { agentOptions } from './agent-run.ts';
import type { Context } from './command.ts';

/** An agent that waits before it runs, or stays after it did. */

/** `--wait`: a random time, or until the program is asked to stop. */
export async function waitHere(context: Context): Promise<void> {
  const [{ pause }, { longestWait }] = await Promise.all([import('../agent/daemon.ts'), import('../agent/wait.ts')]);
  const deps = daemonDeps(context);
  const longest = await longestWait(context.args.text('wait') ?? '', await agentOptions(context), context);
  const milliseconds = Math.round(deps.random() * longest);
  context.log.info('waiting', { until: new Date(context.now() + milliseconds).toISOString() });
  await pause(milliseconds, deps);
}

/** `--daemon`: until the program is asked to stop. */
export async function stayHere(
  context: Context,
  run: (changes: Partial<AgentOptions>) => Promise<AgentOutcome>,
): Promise<void> {
  const { stay } = await import('../agent/daemon.ts');
  await stay(run, daemonDeps(context));
}

function daemonDeps({ log, now, stop, onHangUp }: Context): DaemonDeps {
  let wake = (): void => {};
  onHangUp(() => wake());
  stop.addEventListener('abort', () => wake(), { once: true });
  function sleep(milliseconds: number): Promise<'slept' | 'woken'> {
    return new Promise((end) => {
      const timer = setTimeout(() => end('slept'), milliseconds);
      wake = () => {
        clearTimeout(timer);
        end('woken');
      };
    });
  }
  return { log, now, stop, sleep, random: Math.random };
}
