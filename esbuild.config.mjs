import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Writes build/: ES modules, one chunk a dynamic import, so that the agent never loads React nor the explorer a collector. */
const devtoolsStub = {
  name: 'devtools-stub',
  setup(pipeline) {
    pipeline.onResolve({ filter: /^react-devtools-core$/ }, () => ({ path: 'devtools-stub', namespace: 'stub' }));
    pipeline.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: 'export default {};', loader: 'js' }));
  },
};

rmSync(new URL('build', import.meta.url), { recursive: true, force: true });
const result = await build({
  absWorkingDir: fileURLToPath(new URL('.', import.meta.url)),
  entryPoints: { main: 'src/cli/main.ts' },
  outdir: 'build',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  minify: true,
  keepNames: true,
  sourcemap: 'linked',
  legalComments: 'none',
  external: ['zlib-sync'],
  define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  plugins: [devtoolsStub],
  metafile: true,
  logLevel: 'warning',
});
writeFileSync(new URL('build/meta.json', import.meta.url), JSON.stringify(result.metafile));
