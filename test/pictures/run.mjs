// What `npm run pictures` runs: makes the pictures of README from the built program.
import { mkdirSync } from 'node:fs';
import { build } from 'esbuild';

// Beside the packages, which are not bundled: some of them are native.
const outfile = new URL('../../build/pictures/pictures.mjs', import.meta.url);
mkdirSync(new URL('.', outfile), { recursive: true });
await build({
  entryPoints: ['test/pictures/pictures.ts'],
  outfile: outfile.pathname,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
});
const { makePictures } = await import(outfile.href);
mkdirSync('snapshots/pictures', { recursive: true });
await makePictures('snapshots/pictures');
