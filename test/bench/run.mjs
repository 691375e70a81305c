// What `npm run bench` runs: speed and memory as ratios within one run, so that any machine may judge them.
// `npm run bench tui [STORE]` measures how the explorer feels.
import { mkdirSync } from 'node:fs';
import { build } from 'esbuild';

// Beside the packages, which are not bundled: some of them are native.
const [which] = process.argv.slice(2);
const entry = which === 'tui' ? 'test/bench/tui.ts' : 'test/bench/bench.ts';
const outfile = new URL('../../build/bench/bench.mjs', import.meta.url);
mkdirSync(new URL('.', outfile), { recursive: true });
await build({
  entryPoints: [entry],
  outfile: outfile.pathname,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
});
const { bench } = await import(outfile.href);
process.exitCode = await bench(process.argv.slice(2));
