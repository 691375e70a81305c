import type { SectionRow } from './catalogue.ts';

/** What an agent says between two inventories: the addresses of its machine changed. */
export interface AddressNotice {
  /** By interface. */
  readonly changes: readonly AddressChange[];
  /** The address by which the machine is known; undefined where the agent does not say. */
  readonly ipAddress?: string;
}

/** The new addresses of the interface with that MAC address. */
export type AddressChange = Pick<
  SectionRow<'networks'>,
  'ipAddress' | 'ipMask' | 'ipGateway' | 'ipSubnet' | 'ipDhcp'
> & { readonly mac: string };
