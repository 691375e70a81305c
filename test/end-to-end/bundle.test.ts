import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';

interface Output {
  readonly imports: readonly { readonly path: string; readonly kind: string }[];
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly entryPoint?: string;
}

const outputs = (JSON.parse(readFileSync('build/meta.json', 'utf8')) as { outputs: Record<string, Output> }).outputs;

/** Every source file that is loaded when a chunk is, without a dynamic import. */
function loadedBy(entry: string): string[] {
  const seen = new Set<string>();
  const queue = Object.entries(outputs).flatMap(([path, output]) => (output.entryPoint === entry ? [path] : []));
  expect(queue, `a chunk for ${entry}`).toHaveLength(1);
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const { path: next, kind } of outputs[path]?.imports ?? []) if (kind === 'import-statement') queue.push(next);
  }
  return [...seen].flatMap((path) => Object.keys(outputs[path]?.inputs ?? {}));
}

const agentEntries = ['src/cli/main.ts', 'src/cli/commands/agent.ts', 'src/agent/run.ts', 'src/collect/run.ts'];

it.each(agentEntries)('loads neither React nor Ink from %s', (entry) => {
  expect(loadedBy(entry).filter((path) => /node_modules\/(?:react|ink|yoga-layout)[/-]/.test(path))).toEqual([]);
});

it('loads systeminformation only when it is asked for', () => {
  expect(loadedBy('src/collect/run.ts').filter((path) => path.includes('systeminformation'))).toEqual([]);
});

it('loads of undici what posts, neither its mocks nor its caches', () => {
  const parts = loadedBy('src/agent/client.ts').flatMap((path) => /undici\/lib\/(\w+)/.exec(path)?.[1] ?? []);
  expect(parts).toContain('dispatcher');
  expect(parts.filter((part) => ['cache', 'interceptor', 'mock'].includes(part))).toEqual([]);
});

it('loads no collector into the explorer', () => {
  expect(loadedBy('src/tui/browse.tsx').filter((path) => path.startsWith('src/collect/'))).toEqual([]);
});

describe('the program of the agent', () => {
  const { inputs } = JSON.parse(readFileSync('build/agent-meta.json', 'utf8')) as { inputs: Record<string, unknown> };

  it('holds no other command, nor what only they need', () => {
    const files = Object.keys(inputs);
    expect(files.filter((path) => /^src\/(?:demo|fleet|server|tui)\//.test(path))).toEqual([]);
    expect(files.filter((path) => path.startsWith('src/cli/commands/'))).toEqual(['src/cli/commands/agent.ts']);
  });

  it('is taken in the form in which it was compiled', () => {
    const script = new Script(readFileSync('build/agent.cjs', 'latin1'), {
      cachedData: readFileSync('build/agent.cjs.cache'),
    });
    expect(script.cachedDataRejected).toBe(false);
  });
});
