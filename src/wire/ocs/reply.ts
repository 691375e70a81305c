import { describe, sectionNames } from '../../model/catalogue.ts';
import type { RawElement } from '../../model/descriptor.ts';
import { ParcoursError } from '../../model/errors.ts';
import { present } from '../../model/present.ts';
import { childNamed, childrenNamed, childText, leaf, parent } from '../element.ts';
import { writeXml } from '../xml.ts';
import { type Account, decodeAccount, encodeAccount } from './account.ts';
import type { SectionDigests } from './checksum.ts';

/** The answer to a PROLOG. OCS protocol section 2.2. */
export interface PrologReply {
  /** STOP also stands for every word that is not known. */
  readonly response: 'SEND' | 'STOP';
  /** Hours between two contacts. */
  readonly prologFreq?: number;
  readonly inventoryOnStartup?: boolean;
  readonly options: readonly PrologOption[];
}

/** What the server would have the agent do besides. OCS protocol section 2.3. */
export interface PrologOption {
  readonly name: string;
  readonly params: readonly PrologParam[];
}

export interface PrologParam {
  readonly attributes: Readonly<Record<string, string>>;
  readonly text?: string;
}

/** The answer to an INVENTORY: the administrative values of the server, where they differ. OCS protocol section 4. */
export type InventoryReply = Accepted | { readonly response: 'RESEND' };

/** `told` is for our own agent: what the server holds otherwise than was said. See `agreement/`. */
export type Accepted = { readonly told?: SectionDigests } & (
  | { readonly response: 'NO_ACCOUNT_UPDATE' }
  | { readonly response: 'ACCOUNT_UPDATE'; readonly account: Account }
);

export function encodePrologReply({ response, prologFreq, inventoryOnStartup, options }: PrologReply): string {
  return writeXml(
    parent('REPLY', [
      leaf('RESPONSE', response),
      ...(prologFreq === undefined ? [] : [leaf('PROLOG_FREQ', prologFreq)]),
      ...(inventoryOnStartup === undefined ? [] : [leaf('INVENTORY_ON_STARTUP', inventoryOnStartup ? 1 : 0)]),
      ...options.map(encodeOption),
    ]),
  );
}

/** Fails with `protocol` where the document is no reply. */
export function decodePrologReply(root: RawElement): PrologReply {
  const response = responseOf(root);
  const startup = childText(root, 'INVENTORY_ON_STARTUP');
  return {
    response: response.toUpperCase() === 'SEND' ? 'SEND' : 'STOP',
    ...present({
      prologFreq: positive(childText(root, 'PROLOG_FREQ')),
      inventoryOnStartup: startup === undefined ? undefined : startup === '1',
    }),
    options: childrenNamed(root, 'OPTION').map(decodeOption),
  };
}

export function encodeInventoryReply(reply: InventoryReply): string {
  const account = reply.response === 'ACCOUNT_UPDATE' ? encodeAccount(reply.account) : [];
  const told = reply.response === 'RESEND' ? [] : encodeTold(reply.told ?? {});
  return writeXml(parent('REPLY', [leaf('RESPONSE', reply.response), ...account, ...told]));
}

/** The answer to an UPDATE, which agents of old asked for. OCS protocol section 9.3. */
export function encodeNoUpdate(): string {
  return writeXml(parent('REPLY', [leaf('RESPONSE', 'NO_UPDATE')]));
}

/** Fails with `protocol` where the document is no reply, or gives an answer that there is not. */
export function decodeInventoryReply(root: RawElement): InventoryReply {
  const response = responseOf(root);
  const told = decodeTold(childNamed(root, 'PARCOURS'));
  if (response === 'ACCOUNT_UPDATE') return { response, account: decodeAccount(root), ...told };
  if (response === 'NO_ACCOUNT_UPDATE') return { response, ...told };
  if (response === 'RESEND') return { response };
  throw new ParcoursError('protocol', 'the server answers an inventory with an unknown RESPONSE');
}

function encodeTold(told: SectionDigests): readonly RawElement[] {
  const sections = sectionNames.flatMap((name) => {
    const digest = told[name];
    return digest === undefined ? [] : [parent('SECTION', [leaf('NAME', describe(name).tag), leaf('DIGEST', digest)])];
  });
  return sections.length > 0 ? [parent('PARCOURS', sections)] : [];
}

function decodeTold(element: RawElement | undefined): { readonly told?: SectionDigests } {
  const byTag = new Map(childrenNamed(element, 'SECTION').map((section) => [childText(section, 'NAME'), section]));
  const told = sectionNames.map((name) => [name, childText(byTag.get(describe(name).tag), 'DIGEST')]);
  return element === undefined ? {} : { told: present(Object.fromEntries(told)) };
}

function encodeOption({ name, params }: PrologOption): RawElement {
  const elements = params.map(({ attributes, text }) => ({ name: 'PARAM', attributes, ...present({ text }) }));
  return parent('OPTION', [leaf('NAME', name), ...elements]);
}

function decodeOption(option: RawElement): PrologOption {
  const params = childrenNamed(option, 'PARAM').map(({ attributes = {}, text }) => ({
    attributes,
    ...present({ text }),
  }));
  return { name: childText(option, 'NAME') ?? '', params };
}

function responseOf(root: RawElement): string {
  const response = root.name === 'REPLY' ? childText(root, 'RESPONSE') : undefined;
  if (response === undefined) throw new ParcoursError('protocol', 'the server answers with no RESPONSE');
  return response;
}

function positive(text: string | undefined): number | undefined {
  const value = /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0;
  return value > 0 ? value : undefined;
}
