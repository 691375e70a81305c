import { MINUTE } from '../model/time.ts';
import type { OcsRequest } from '../wire/ocs/request.ts';

/**
 * A request whose inventory tells its time by our clock, `now` in milliseconds since 1970. Our agent says what time it
 * thinks it is (header Date, RFC 9110 section 6.6.1): so the age of what it kept and sends later is known, however wrong
 * its clock. A difference of minutes is left as it is.
 */
export function byOurClock(request: OcsRequest, date: string | undefined, now: number): OcsRequest {
  const { inventory } = request;
  const [madeAt, sentAt] = [Date.parse(inventory?.at ?? ''), Date.parse(date ?? '')];
  if (!inventory || Number.isNaN(madeAt) || Number.isNaN(sentAt) || Math.abs(now - sentAt) < 10 * MINUTE)
    return request;
  const age = Math.max(0, sentAt - madeAt);
  return { ...request, inventory: { ...inventory, at: new Date(Math.max(0, now - age)).toISOString() } };
}
