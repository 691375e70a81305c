import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles a program of the tests into a temporary folder, since Node 20 cannot run TypeScript; gives its path. */
export async function bundle(entry: string): Promise<string> {
  const outfile = join(mkdtempSync(join(tmpdir(), 'parcours-app-')), 'app.mjs');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
    banner: { js: "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);" },
    plugins: [
      {
        name: 'no-devtools',
        setup(pipeline) {
          pipeline.onResolve({ filter: /^react-devtools-core$/ }, () => ({ path: 'none', namespace: 'none' }));
          pipeline.onLoad({ filter: /.*/, namespace: 'none' }, () => ({
            contents: 'export default {};',
            loader: 'js',
          }));
        },
      },
    ],
    logLevel: 'warning',
  });
  return outfile;
}
