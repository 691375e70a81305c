import type { Fleet, FleetQuestions } from '../fleet/fleet.ts';
import type { FleetWriter } from '../fleet/writer.ts';
import type { WriterOptions } from '../store/writer.ts';
import type { Context } from './command.ts';

/** The fleet of a store, to ask it questions. */
export async function openFleet(store: string, { now }: Pick<Context, 'now'>): Promise<Fleet & FleetQuestions> {
  const [{ openReader }, { createFleet }, { openIndex }, { presentOf }] = await Promise.all([
    import('../store/files.ts'),
    import('../fleet/query.ts'),
    import('../fleet/index/kept-index.ts'),
    import('../demo/present.ts'),
  ]);
  const reader = await openReader(store);
  return createFleet(reader, await presentOf(store, reader, now), openIndex(store, reader));
}

/** Says that answers about the past of a whole fleet take their time, where that is so. */
export async function noteIndex({ messages, note }: Context, fleet: FleetQuestions): Promise<void> {
  if (!(await fleet.isIndexed())) note(messages.cli.notIndexed);
}

/** The fleet of a store, to write it: here, or through the process that holds it. */
export async function openWriter(store: string, options: WriterOptions = {}): Promise<FleetWriter> {
  const { openFleetWriter } = await import('../fleet/writer.ts');
  return openFleetWriter(store, options);
}
