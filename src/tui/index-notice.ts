import { explain } from '../model/errors.ts';
import type { Log } from '../model/log.ts';
import { machinesOf } from './fleet-list.ts';
import type { AskedFleet } from './queries.ts';
import { rested } from './script.ts';
import type { Session } from './session.ts';

/** Says, once the fleet is shown, that its past takes longer, where a fleet that is not small has no index. */
export async function noteIndex(fleet: Pick<AskedFleet, 'isIndexed'>, session: Session, log: Log): Promise<void> {
  await rested(session);
  if (session.state().ended || machinesOf(session.state()).length < NOT_SMALL) return;
  try {
    if (!(await fleet.isIndexed())) session.dispatch({ type: 'told', notice: { id: 'notIndexed', detail: '' } });
  } catch (error) {
    log.debug('explorer: index not looked at', { reason: explain(error) });
  }
}

/** Machines that are read as fast without an index. */
const NOT_SMALL = 100;
