import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import v8 from 'node:v8';
import { Script } from 'node:vm';

/**
 * Writes build/agent.cjs.cache: what V8 makes of the agent's program. A program that runs for a fifth of a second would
 * compile for half of it, and reading the compiled form of what a run never calls costs as well. So the program is run
 * here, on this machine, to a receiver of its own, and what the run needed is written. A run that fails leaves less.
 */
const program = fileURLToPath(new URL('build/agent.cjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'parcours-build-'));
const receiver = start('serve', '--listen=127.0.0.1:0', `--store=${join(folder, 'store')}`);
const [said] = await Promise.race([once(receiver.stdout, 'data'), once(receiver, 'exit')]);
const server = /http:\S+/.exec(said)?.[0];
const run = [
  '--np',
  '--json',
  `--basevardir=${join(folder, 'agent')}`,
  server ? `--server=${server}` : `--local=${folder}`,
];

const setFlags = v8.setFlagsFromString;
setFlags('--no-flush-bytecode');
const script = new Script(readFileSync(program, 'latin1'), { filename: program });
keepCompiled();
// The first run sends everything. The second sends what moved: it takes nearly the same way, and a longer one.
await once(start('agent', ...run), 'exit');
process.on('exit', () => {
  keepCompiled();
  receiver.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.exitCode = 0;
});
// Flags are part of what V8 compares before it takes a compiled form: the program's own come after it is loaded.
v8.setFlagsFromString = () => {};
const module = { exports: {} };
script.runInThisContext()(module.exports, createRequire(program), module, program);
await module.exports.main(run);

function start(...args) {
  const bin = fileURLToPath(new URL('bin/parcours.js', import.meta.url));
  return spawn(process.execPath, [bin, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}

function keepCompiled() {
  setFlags('--flush-bytecode');
  writeFileSync(`${program}.cache`, script.createCachedData());
  setFlags('--no-flush-bytecode');
}
