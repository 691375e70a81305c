import { describe, type SectionName, type SectionRow } from '../model/catalogue.ts';

/** True for a field in which any two machines differ, so that it tells nothing of how they are set up. */
export function isOwn(section: SectionName, field: string): boolean {
  const fields: readonly string[] = own[section] ?? [];
  return describe(section).fields[field]?.sensitive === true || fields.includes(field);
}

/** Beside serial numbers, keys and user names, which are sensitive. */
const own: { readonly [N in SectionName]?: readonly (keyof SectionRow<N> & string)[] } = {
  hardware: ['name', 'ipAddresses', 'installDate'],
  operatingsystem: ['installDate', 'hostId', 'fqdn'],
  networks: ['mac', 'ipAddress', 'ipAddress6'],
  softwares: ['installDate'],
};
