/** Ends the program, also where a file system that never answers holds one of its threads. */
export async function leave(exitCode: number | string | undefined): Promise<never> {
  if (!(await isHeld())) process.exit();
  process.emit('exit', Number(exitCode ?? 0));
  // Node waits for its threads before it ends: only a new program image, or a signal, does without them.
  const { execve } = process as { execve?: (file: string, args: readonly string[]) => void };
  if (process.platform !== 'win32') execve?.('/bin/sh', ['sh', '-c', `exit ${Number(exitCode ?? 0)}`]);
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
}

const PATIENCE_MILLISECONDS = 1000;
const LOOK_MILLISECONDS = 20;

/** Whether work on files that is under way now does not come to an end. */
async function isHeld(): Promise<boolean> {
  const first = requests();
  for (let waited = 0; waited < PATIENCE_MILLISECONDS; waited += LOOK_MILLISECONDS) {
    const now = new Set(requests());
    if (!first.some((request) => now.has(request))) return false;
    await new Promise((done) => setTimeout(done, LOOK_MILLISECONDS));
  }
  return true;
}

/** What the threads were asked to do and have not done: `getActiveResourcesInfo` would tell how many, not which. */
function requests(): readonly unknown[] {
  return (process as { _getActiveRequests?: () => readonly unknown[] })._getActiveRequests?.() ?? [];
}
