import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Writes build/: ES modules, one chunk a dynamic import, so that no command loads what it does not need; and the agent
 * once more as a program of its own, compiled.
 */
const devtoolsStub = {
  name: 'devtools-stub',
  setup(pipeline) {
    pipeline.onResolve({ filter: /^react-devtools-core$/ }, () => ({ path: 'devtools-stub', namespace: 'stub' }));
    pipeline.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: 'export default {};', loader: 'js' }));
  },
};

/** The agent posts: of undici it needs neither fetch nor WebSocket, caches, mocks nor HTTP/2, which would load as well. */
const undiciParts = {
  name: 'undici-parts',
  setup(pipeline) {
    pipeline.onResolve({ filter: /^undici$/ }, () => ({ path: 'undici', namespace: 'parts' }));
    pipeline.onResolve({ filter: /^\.\/client-h2\.js$/ }, () => ({ path: 'client-h2', namespace: 'absent' }));
    pipeline.onLoad({ filter: /.*/, namespace: 'absent' }, () => ({ contents: 'module.exports = undefined;' }));
    pipeline.onLoad({ filter: /.*/, namespace: 'parts' }, () => ({
      contents: `
        import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';
        import connect from 'undici/lib/api/api-connect.js';
        import request from 'undici/lib/api/api-request.js';
        Object.assign(Dispatcher.prototype, { connect, request });
        export { default as Client } from 'undici/lib/dispatcher/client.js';
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

/** What chooses between the two programs holds neither. */
const choiceAlone = {
  name: 'choice-alone',
  setup(pipeline) {
    pipeline.onResolve({ filter: /^\.\/main\.ts$/ }, () => ({ path: './main.js', external: true }));
  },
};

/** The program of the agent alone: it holds no other command. */
const agentAlone = {
  name: 'agent-alone',
  setup(pipeline) {
    pipeline.onResolve({ filter: /commands/ }, ({ path }) =>
      /^\.\/commands\/(?!agent\.ts$)/.test(path) ? { path, external: true } : undefined,
    );
  },
};

const folder = fileURLToPath(new URL('build/', import.meta.url));
const common = {
  absWorkingDir: fileURLToPath(new URL('.', import.meta.url)),
  outdir: 'build',
  bundle: true,
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  minify: true,

  sourcemap: 'linked',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};
const define = { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' };
const commonJs = {
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  define: { ...define, 'import.meta.url': 'moduleUrl' },
};
const moduleUrl = "const moduleUrl=require('node:url').pathToFileURL(__filename).href;";

rmSync(folder, { recursive: true, force: true });
const whole = await build({
  ...common,
  entryPoints: { main: 'src/cli/main.ts' },
  splitting: true,
  keepNames: true,
  format: 'esm',
  external: ['zlib-sync'],
  define,
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  plugins: [devtoolsStub, undiciParts, lazyWidths],
});
await build({
  ...common,
  ...commonJs,
  entryPoints: { start: 'src/cli/start.ts' },
  banner: { js: moduleUrl },
  plugins: [choiceAlone],
});
const agent = await build({
  ...common,
  ...commonJs,
  entryPoints: { agent: 'src/cli/main.ts' },
  supported: { 'dynamic-import': false },
  external: ['zlib-sync', 'systeminformation'],
  banner: { js: `(function(exports,require,module,__filename){${moduleUrl}` },
  footer: { js: '})' },
  plugins: [undiciParts, lazyWidths, agentAlone],
});
writeFileSync(`${folder}meta.json`, JSON.stringify(whole.metafile));
writeFileSync(`${folder}agent-meta.json`, JSON.stringify(agent.metafile));
execFileSync(process.execPath, ['compile-agent.mjs'], {
  cwd: common.absWorkingDir,
  stdio: ['ignore', 'ignore', 'inherit'],
});
