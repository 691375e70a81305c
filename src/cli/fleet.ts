import type { Fleet } from '../fleet/fleet.ts';
import type { Context } from './command.ts';

/** The fleet of a store, to ask it questions. */
export async function openFleet(store: string, { now }: Pick<Context, 'now'>): Promise<Fleet> {
  const [{ openReader }, { createFleet }] = await Promise.all([
    import('../store/files.ts'),
    import('../fleet/query.ts'),
  ]);
  return createFleet(await openReader(store), now);
}
