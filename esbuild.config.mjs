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

/** The agent posts: of undici it needs neither fetch nor WebSocket, caches nor mocks, which would load as well. */
const undiciParts = {
  name: 'undici-parts',
  setup(pipeline) {
    pipeline.onResolve({ filter: /^undici$/ }, () => ({ path: 'undici', namespace: 'parts' }));
    pipeline.onLoad({ filter: /.*/, namespace: 'parts' }, () => ({
      contents: `
        import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';
        import request from 'undici/lib/api/api-request.js';
        Dispatcher.prototype.request = request;
        export { default as Agent } from 'undici/lib/dispatcher/agent.js';
        export { default as ProxyAgent } from 'undici/lib/dispatcher/proxy-agent.js';
        export { default as EnvHttpProxyAgent } from 'undici/lib/dispatcher/env-http-proxy-agent.js';
      `,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    }));
  },
};

/** yargs measures text only for its help, and compiling the pattern of all emoji takes longer than parsing a command line. */
const lazyWidths = {
  name: 'lazy-widths',
  setup(pipeline) {
    pipeline.onResolve({ filter: /^(?:string-width|strip-ansi|wrap-ansi)$/ }, ({ path, importer, resolveDir }) =>
      /node_modules.(?:yargs|cliui)./.test(importer) ? { path, namespace: 'lazy', pluginData: resolveDir } : undefined,
    );
    pipeline.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path, pluginData }) => ({
      contents: `export default (...all) => require('${path}').default(...all);`,
      resolveDir: pluginData,
    }));
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
  plugins: [devtoolsStub, undiciParts, lazyWidths],
  metafile: true,
  logLevel: 'warning',
});
writeFileSync(new URL('build/meta.json', import.meta.url), JSON.stringify(result.metafile));
