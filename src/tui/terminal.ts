import type { Screen } from './screen.ts';

const FATAL_SIGNALS = ['SIGTERM', 'SIGHUP'] as const;

/** Watches for the end of the program while the terminal is taken. */
export interface EndWatch {
  /** Ends the watch; a signal that came meanwhile then has the effect it would have had. */
  stop(): void;
}

/** Gives the terminal back however the program ends: by a signal, by an error nobody caught, or by a plain exit. */
export function watchEnd(screen: Screen, ended: () => void): EndWatch {
  let caught: NodeJS.Signals | undefined;
  const leave = () => screen.leave();
  const signalled = (signal: NodeJS.Signals) => {
    caught = signal;
    screen.leave();
    ended();
  };
  for (const signal of FATAL_SIGNALS) process.on(signal, signalled);
  process.on('uncaughtExceptionMonitor', leave);
  process.on('exit', leave);
  return {
    stop() {
      for (const signal of FATAL_SIGNALS) process.off(signal, signalled);
      process.off('uncaughtExceptionMonitor', leave);
      process.off('exit', leave);
      if (caught && process.listenerCount(caught) === 0) process.kill(process.pid, caught);
    },
  };
}

/** Back to the shell until it continues the program; where nothing can stop it, it just goes on. */
export function suspend(screen: Screen, stdin: NodeJS.ReadStream): void {
  if (process.platform === 'win32') return;
  stdin.setRawMode(false);
  screen.leave();
  process.once('SIGCONT', resume);
  const fallback = setTimeout(resume, RESUME_DELAY);
  process.kill(0, 'SIGTSTP');

  function resume(): void {
    clearTimeout(fallback);
    process.off('SIGCONT', resume);
    stdin.setRawMode(true);
    screen.enter();
  }
}

/** Time for the stop to take effect, in milliseconds: a program without a shell is not stopped. */
const RESUME_DELAY = 200;
