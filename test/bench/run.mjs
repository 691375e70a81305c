// What `npm run bench` runs: speed and memory as ratios within one run, so that any machine may judge them.
import { mkdirSync } from 'node:fs';
import { build } from 'esbuild';

// Beside the packages, which are not bundled: some of them are native.
const outfile = new URL('../../build/bench/bench.mjs', import.meta.url);
mkdirSync(new URL('.', outfile), { recursive: true });
await build({
  entryPoints: ['test/bench/bench.ts'],
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
