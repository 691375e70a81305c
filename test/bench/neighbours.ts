import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTerminal } from '../terminal/terminal.ts';
import { held, quantile, statusOf } from './figures.ts';

/** What other programs take for the same keys, a line for each that is installed. */
export async function neighbours(
  folder: string,
  size: { readonly columns: number; readonly rows: number },
): Promise<readonly string[]> {
  const text = join(folder, 'lines.txt');
  writeFileSync(text, Array.from({ length: 10_000 }, (_, line) => `${line} a line of the text to scroll\n`).join(''));
  const lines: string[] = [];
  for (const [program, args] of [
    ['htop', []],
    ['less', [text]],
  ] as const) {
    if (await isInstalled(program)) lines.push(await lineOf(program, args, size));
    else lines.push(`beside it: ${program} is not installed`);
  }
  return lines;
}

async function lineOf(
  program: string,
  args: readonly string[],
  size: { readonly columns: number; readonly rows: number },
): Promise<string> {
  const terminal = openTerminal({ command: program, program: '', args, ...size });
  await terminal.settled().catch(() => undefined);
  const { answers, cpu, moveBytes, scrollBytes } = await held(terminal, 'down');
  const { memory } = statusOf(terminal.pid);
  await terminal.close();
  const [p50, p99] = [quantile(answers, 0.5), quantile(answers, 0.99)].map((value) => value.toFixed(1));
  const bytes = `${quantile(moveBytes, 0.5)} and ${quantile(scrollBytes, 0.5)} bytes`;
  return `beside it: ${program} p50 ${p50} ms, p99 ${p99} ms, CPU ${cpu.toFixed(1)} ms a key, ${bytes}, ${memory.toFixed(0)} MiB`;
}

function isInstalled(program: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, ['--version'], { stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('close', () => resolve(true));
  });
}
