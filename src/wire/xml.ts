import { SaxesParser } from 'saxes';
import type { RawElement } from '../model/descriptor.ts';
import { escapeHidden, safeText } from '../model/safe-text.ts';
import { type Decoder, decoderFor } from './charset.ts';
import { type XmlLimits, xmlLimits } from './limits.ts';
import { createRepairer, dropForbidden } from './repair.ts';
import { slices } from './slices.ts';
import { type Take, TreeBuilder } from './tree-builder.ts';
import { WireError } from './wire-error.ts';

/** What was mended so that one bad value does not lose a machine. */
export interface Repairs {
  readonly replacedCharacters: number;
  readonly cutTexts: number;
  /** What was in another charset than the document's. */
  readonly recodedTexts: number;
}

export interface XmlDocument {
  readonly root: RawElement;
  readonly repairs: Repairs;
}

export interface ParseOptions {
  readonly limits?: XmlLimits;
  readonly take?: Take;
}

/** Reads a document. Gives way to other work between chunks; rejects with a WireError that says where and why. */
export async function parseXml(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  { limits = xmlLimits, take }: ParseOptions = {},
): Promise<XmlDocument> {
  const builder = new TreeBuilder(limits, take);
  const parser = parserInto(builder);
  const repairer = createRepairer();
  let decoder: Decoder | undefined;
  for await (const chunk of source instanceof Uint8Array ? slices(source) : source) {
    const isFirst = decoder === undefined;
    decoder ??= decoderFor(chunk);
    const decoded = decoder.decode(chunk, false);
    const text = repairer.repair(isFirst ? decoded.replace(/^\ufeff?\s+/, '') : decoded, false);
    attempt(() => parser.write(text));
    await new Promise((resolve) => setImmediate(resolve));
  }
  const rest = repairer.repair(decoder?.decode(new Uint8Array(), true) ?? '', true);
  attempt(() => parser.write(rest).close());
  if (builder.root === undefined) throw new WireError('the document has no element');
  return {
    root: builder.root,
    repairs: {
      replacedCharacters: repairer.replaced,
      cutTexts: builder.cutTexts,
      recodedTexts: decoder?.recoded ?? 0,
    },
  };
}

/** An element as a document: with two spaces of indent a level, as the OCS Unix agent writes it, or without a blank. */
export function writeXml(root: RawElement, layout: 'indented' | 'compact' = 'indented'): string {
  const [step, end] = layout === 'indented' ? ['  ', '\n'] : ['', ''];
  const pieces = ['<?xml version="1.0" encoding="UTF-8"?>', end];
  writeElement(root, '', { step, end, tags: new Map(), pieces });
  if (end === '') pieces.push('\n');
  return pieces.join('');
}

function parserInto(builder: TreeBuilder) {
  const parser = new SaxesParser({ xmlns: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  parser.on('attribute', ({ name }) => builder.attribute(name));
  parser.on('opentag', ({ name, attributes }) => builder.open(name, attributes));
  parser.on('text', (text) => builder.text(text));
  parser.on('cdata', (text) => builder.text(text));
  parser.on('closetag', () => builder.close());
  parser.on('doctype', () => {
    throw new WireError('the document has a DOCTYPE, which is refused');
  });
  return parser;
}

function attempt(step: () => unknown): void {
  try {
    step();
  } catch (error) {
    if (error instanceof WireError || !(error instanceof Error)) throw error;
    throw new WireError(`the document is not well-formed XML: ${safeText(error.message).slice(0, 200)}`, 400, error);
  }
}

interface Writing {
  /** Indent of a level, and what ends a line. */
  readonly step: string;
  readonly end: string;
  readonly tags: Map<string, Tag>;
  /** Joined once, at the end: a document has ten thousand lines, and making each a text of its own is what costs. */
  readonly pieces: string[];
}

/** An element's name as it begins and as it ends. */
interface Tag {
  readonly open: string;
  readonly close: string;
}

function writeElement({ name, text = '', attributes, children }: RawElement, indent: string, writing: Writing): void {
  const { step, end, pieces } = writing;
  const { open, close } = tagOf(name, writing.tags);
  const content = escapeText(text);
  pieces.push(indent, open);
  if (attributes !== undefined) pieces.push(attributesText(attributes));
  if (!children?.length) {
    if (content === '') pieces.push(' />', end);
    else pieces.push('>', content, close, end);
    return;
  }
  pieces.push('>', content, end);
  for (const child of children) writeElement(child, indent + step, writing);
  pieces.push(indent, close, end);
}

function tagOf(name: string, tags: Map<string, Tag>): Tag {
  const known = tags.get(name);
  if (known) return known;
  const written = writableName(name);
  const tag = { open: `<${written}`, close: `</${written}>` };
  tags.set(name, tag);
  return tag;
}

function attributesText(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([key, value]) => ` ${writableName(key)}="${escapeText(value).replace(/[\n\t]/g, toReference)}"`)
    .join('');
}

function escapeText(text: string): string {
  if (PLAIN.test(text)) return text;
  return escapeHidden(dropForbidden(text).replace(/[&<>"\r]/g, toReference), toReference);
}

function toReference(character: string): string {
  return NAMED[character] ?? `&#${character.codePointAt(0)};`;
}

/** Texts that stand in XML as they are: nearly all of an inventory. */
const PLAIN = /^[ !#-%'-;=?-~]*$/;
const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const NAME = /^[A-Za-z_][\w.:-]*$/;

/** Names of other dialects, such as GLPI's JSON keys, need not be names of XML. */
export function writableName(name: string): string {
  if (NAME.test(name)) return name;
  return name.replace(/[^\p{L}\p{N}_.:-]/gu, '_').replace(/^(?![\p{L}_])/u, '_');
}
