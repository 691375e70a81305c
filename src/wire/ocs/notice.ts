import type { AddressChange, AddressNotice } from '../../model/address-notice.ts';
import type { RawElement } from '../../model/descriptor.ts';
import { present } from '../../model/present.ts';
import { childNamed, childrenNamed, childText } from '../element.ts';

/** What a NOTIFY says, as the OCS Windows agent sends it when an address changed; undefined for one of another type. Section 9.2. */
export function decodeNotice(root: RawElement): AddressNotice | undefined {
  if (childText(root, 'TYPE') !== 'IP') return undefined;
  const changes = childrenNamed(root, 'IFACE').flatMap((element) => changeIn(element) ?? []);
  return { changes, ...present({ ipAddress: childText(childNamed(root, 'HARDWARE'), 'IPADDR') }) };
}

/** The original, too, takes no interface without these three. */
function changeIn(element: RawElement): AddressChange | undefined {
  const [mac, ipAddress, ipMask] = ['MAC', 'IP', 'MASK'].map((name) => childText(element, name));
  if (!mac || !ipAddress || !ipMask) return undefined;
  const others = { ipGateway: 'GW', ipSubnet: 'SUBNET', ipDhcp: 'DHCP' } as const;
  const told = Object.entries(others).map(([field, name]) => [field, childText(element, name)]);
  return { mac, ipAddress, ipMask, ...present(Object.fromEntries(told)) };
}
