import { describe, expect, it } from 'vitest';
import type { AnyCollector, Collector } from '../../src/collect/collector.ts';
import { type CollectOptions, collect } from '../../src/collect/run.ts';
import { ParcoursError } from '../../src/model/errors.ts';
import { type Log, type LogFields, silentLog } from '../../src/model/log.ts';
import { fakeHost } from './fake-host.ts';

const platforms = ['linux'] as const;
const cpus: Collector<'cpus'> = {
  name: 'cpus',
  section: 'cpus',
  platforms,
  collect: async () => ({ rows: [{ type: 'i5', speed: 3100 }] }),
};
const hardware: Collector<'hardware'> = {
  name: 'hardware',
  section: 'hardware',
  platforms,
  collect: async () => ({ rows: [{ name: 'pc1' }] }),
};
const softwares: Collector<'softwares'> = {
  name: 'softwares',
  section: 'softwares',
  platforms,
  collect: async () => ({ rows: [{ name: 'bash' }] }),
};

function failing(error: unknown): AnyCollector {
  return { name: 'memories', section: 'memories', platforms, collect: () => Promise.reject(error) };
}

function run(collectors: readonly AnyCollector[], options: Partial<CollectOptions> = {}) {
  return collect(fakeHost({}), { log: silentLog, collectors, ...options });
}

describe('a run', () => {
  it('reports every collector, and one that fails never stops the others', async () => {
    const { sections, reports, collectors } = await run([failing(new Error('broken')), cpus]);
    expect(sections).toEqual({ cpus: [{ type: 'i5', speed: 3100 }] });
    expect(reports).toEqual({
      cpus: { state: 'complete' },
      memories: { state: 'failed', reason: 'failed: broken' },
    });
    expect(collectors.map(({ name, outcome, items }) => [name, outcome, items])).toEqual([
      ['memories', 'failed', 0],
      ['cpus', 'reported', 1],
    ]);
  });

  it('says that root is needed where a permission is missing', async () => {
    const { reports } = await run([failing(new ParcoursError('permission', 'closed'))]);
    expect(reports.memories).toEqual({ state: 'failed', reason: 'needs-root' });
  });

  it('does not wait for a collector that never ends', async () => {
    const endless: Collector<'cpus'> = { ...cpus, collect: () => new Promise(() => {}) };
    const { reports, collectors } = await run([endless, softwares], { collectorMilliseconds: 10 });
    expect(reports).toEqual({
      cpus: { state: 'failed', reason: 'timed-out: 0.01 s' },
      softwares: { state: 'complete' },
    });
    expect(collectors[0]?.outcome).toBe('timed out');
  });

  it('lets no program run longer than its collector', async () => {
    const limits: number[] = [];
    const host = fakeHost({});
    const watched = {
      ...host,
      run: async (_program: string, _args: readonly string[], limit: { milliseconds: number }) => {
        limits.push(limit.milliseconds);
        return undefined;
      },
    };
    const spawning: Collector<'softwares'> = {
      ...softwares,
      async collect(given) {
        await given.run('rpm', ['-qa'], { milliseconds: 60_000, bytes: 1 });
        return undefined;
      },
    };
    await collect(watched, { log: silentLog, collectors: [spawning], collectorMilliseconds: 500 });
    expect(limits[0]).toBeLessThanOrEqual(500);
  });

  it('calls a list that could not be seen at all failed, not empty', async () => {
    const blind: Collector<'cpus'> = { ...cpus, collect: async () => ({ rows: [], missing: 'needs-root' }) };
    const { sections, reports } = await run([blind]);
    expect(sections).toEqual({});
    expect(reports.cpus).toEqual({ state: 'failed', reason: 'needs-root' });
  });

  it('leaves out what was not asked for, and says so', async () => {
    const { sections, reports, collectors } = await run([hardware, softwares], { except: ['softwares'] });
    expect(sections).toEqual({ hardware: [{ name: 'pc1' }] });
    expect(reports.softwares).toEqual({ state: 'skipped', reason: 'not-requested: --nosoftware' });
    expect(collectors[1]?.outcome).toBe('skipped');
  });

  it('repeats the processor in the machine, also where only the machine was asked for', async () => {
    const { sections, reports } = await run([hardware, cpus, softwares], { only: ['hardware'] });
    expect(sections).toEqual({
      hardware: [{ name: 'pc1', processorType: 'i5', processorSpeed: 3100, processorCount: 1 }],
    });
    expect(reports.cpus).toEqual({ state: 'skipped', reason: 'not-requested: --only' });
  });
});

describe('the log of a run', () => {
  it('has a line a collector, and warns of what nobody expects', async () => {
    const lines: string[] = [];
    const note = (level: string) => (message: string, fields?: LogFields) =>
      lines.push(`${level} ${message} ${fields?.['name']} ${fields?.['outcome']} ${fields?.['reason'] ?? ''}`.trim());
    const log: Log = { info: note('info'), warn: note('warn'), debug: note('debug'), trace: note('trace') };
    const closed = failing(new ParcoursError('permission', 'closed'));
    await run([cpus, closed, { ...failing(new Error('broken')), name: 'other' } as AnyCollector], { log });
    expect(lines).toEqual([
      'debug collector cpus reported',
      'debug collector memories failed needs-root',
      'warn collector other failed failed: broken',
    ]);
  });
});
