import type { RawElement } from '../../model/descriptor.ts';
import { childrenNamed, childText, leaf, parent } from '../element.ts';

/** TAG and the custom fields, by name. OCS protocol section 4. */
export type Account = Readonly<Record<string, string>>;

export function encodeAccount(account: Account): readonly RawElement[] {
  return Object.entries(account).map(([name, value]) =>
    parent('ACCOUNTINFO', [leaf('KEYNAME', name), leaf('KEYVALUE', value)]),
  );
}

/** The pairs that have a value; the first of a name wins. */
export function decodeAccount(element: RawElement | undefined): Account {
  const account = new Map<string, string>();
  for (const pair of childrenNamed(element, 'ACCOUNTINFO')) {
    const name = childText(pair, 'KEYNAME');
    const value = childText(pair, 'KEYVALUE');
    if (name !== undefined && value !== undefined && !account.has(name)) account.set(name, value);
  }
  return Object.fromEntries(account);
}
