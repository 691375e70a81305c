import type { Fleet, FleetQuestions } from '../fleet/fleet.ts';
import type { FleetWriter } from '../fleet/writer.ts';
import type { WriterOptions } from '../store/writer.ts';
import type { Context } from './command.ts';

/** The fleet of a store, to ask it questions. */
export async function openFleet(store: string, { now }: Pick<Context, 'now'>): Promise<Fleet & FleetQuestions> {
  const [{ openReader }, { createFleet }] = await Promise.all([
    import('../store/files.ts'),
    import('../fleet/query.ts'),
  ]);
  return createFleet(await openReader(store), now);
}

/** The fleet of a store, to write it: here, or through the process that holds it. */
export async function openWriter(store: string, options: WriterOptions = {}): Promise<FleetWriter> {
  const { openFleetWriter } = await import('../fleet/writer.ts');
  return openFleetWriter(store, options);
}
