import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { text, whole } from '../sources/values.ts';
import type { SecurityProduct } from './asked/protection.ts';
import { askWindows } from './powershell.ts';
import { isProductOn } from './product-state.ts';
import type { Answers } from './script.ts';

type Firewall = SectionRow<'firewall'>;

/** The firewall of Windows, a row a profile, and those that others installed in its place. */
export const windowsFirewalls: Collector<'firewall'> = {
  name: 'windows/firewalls',
  section: 'firewall',
  platforms: ['win32'],
  async collect(host) {
    const [profiles, others] = await Promise.all([askWindows(host, 'profiles'), askWindows(host, 'firewalls')]);
    if (!profiles) return undefined;
    const rows = [...(others?.rows ?? []).map(productRow), ...profiles.rows.map(profileRow)];
    return { rows, ...present({ missing: profiles.missing }) };
  },
};

function productRow({ displayName, productState }: Partial<SecurityProduct>): Firewall {
  const state = whole(productState);
  const status = state === undefined ? undefined : isProductOn(state) ? 'on' : 'off';
  return present({ description: text(displayName), status });
}

const RUNNING = 4;

function profileRow({ name, service, own, policy }: Partial<Answers['profiles']>): Firewall {
  const enabled = whole(policy) ?? whole(own);
  const isOn = service === RUNNING && enabled === 1;
  const status = enabled === undefined ? undefined : isOn ? 'on' : 'off';
  return present({ description: 'Windows Firewall', profile: text(name), status });
}
