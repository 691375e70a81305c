import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import { DAY } from '../../model/time.ts';
import type { Collector } from '../collector.ts';
import { localMoment, moment, text, whole } from '../sources/values.ts';
import type { Defender, SecurityProduct } from './asked/protection.ts';
import { type Answer, askWindows, isAbsent } from './powershell.ts';
import { isProductOn, isProductUpToDate } from './product-state.ts';
import { truth } from './values.ts';

type Antivirus = SectionRow<'antivirus'>;

/**
 * Antivirus programs that told the Security Center; a Windows Server has none, there Defender speaks for itself. Where
 * both do, Defender adds its version and signatures to what the Security Center says of it.
 */
export const windowsAntivirus: Collector<'antivirus'> = {
  name: 'windows/antivirus',
  section: 'antivirus',
  platforms: ['win32'],
  async collect(host) {
    const [center, defender] = await Promise.all([askWindows(host, 'antivirus'), askWindows(host, 'defender')]);
    if (!center) return undefined;
    const own = defender?.rows[0];
    if (center.rows.length > 0) return { rows: center.rows.map((product) => productRow(host, product, own)) };
    if (own) return { rows: [defenderRow(host, own)] };
    return { rows: [], ...present({ missing: whyUnknown(center, defender) }) };
  },
};

/** Of two sources that do not exist here nothing follows: an antivirus that tells neither may be there. */
function whyUnknown(center: Answer<unknown>, defender: Answer<unknown> | undefined): string | undefined {
  if (!isAbsent(center)) return center.missing;
  const isGone = defender === undefined || isAbsent(defender);
  return isGone ? 'not-supported: no Security Center on this Windows, and no Microsoft Defender' : defender.missing;
}

/** In every language and on every machine the same. */
const DEFENDER = '{D68DDC3A-831F-4FAE-9E44-DA132C1ACF46}';

function productRow(host: Host, product: Partial<SecurityProduct>, defender?: Partial<Defender>): Antivirus {
  const guid = text(product.instanceGuid)?.toUpperCase();
  const state = whole(product.productState);
  return present({
    ...(guid === DEFENDER && defender ? versionsOf(host, defender) : {}),
    name: text(product.displayName),
    guid,
    enabled: state === undefined ? undefined : isProductOn(state),
    upToDate: state === undefined ? undefined : isProductUpToDate(state),
  });
}

const STALE = 7 * DAY;

function defenderRow(host: Host, defender: Partial<Defender>): Antivirus {
  const madeAt = moment(defender.baseOf);
  return present({
    ...versionsOf(host, defender),
    name: 'Microsoft Defender Antivirus',
    enabled: truth(defender.service) === false ? false : truth(defender.enabled),
    upToDate: madeAt === undefined ? undefined : host.facts.now() - madeAt < STALE,
  });
}

function versionsOf(host: Host, defender: Partial<Defender>): Antivirus {
  return present({
    company: 'Microsoft',
    version: text(defender.version),
    baseVersion: text(defender.base),
    baseCreation: localMoment(host, defender.baseOf)?.slice(0, 10),
  });
}
