import type { Host } from '../../model/host.ts';
import { decode } from './text.ts';

/** One list of packages that apt fetched: `…_dists_bookworm_main_binary-amd64_Packages`. */
export interface AptList {
  readonly path: string;
  /** Its repository is one for security updates. */
  readonly security: boolean;
  /** What it offers is not installed by itself: backports, experimental. */
  readonly optional: boolean;
}

export const APT_LISTS = '/var/lib/apt/lists';

/** The lists there are, with what the Release file of their repository says of them. None: apt fetched nothing yet. */
export async function readAptLists(host: Host): Promise<readonly AptList[]> {
  const names = (await host.list(APT_LISTS)) ?? [];
  const releases = new Map<string, string>();
  for (const name of names) {
    const [, repository] = /^(.*)_(?:In)?Release$/.exec(name) ?? [];
    if (repository !== undefined) releases.set(repository, await beginning(host, `${APT_LISTS}/${name}`));
  }
  return names
    .filter((name) => /_Packages(?:\.\w+)?$/.test(name))
    .map((name) => aptList(name, releaseOf(name, releases)))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** The repository whose name the file's begins with, the longest where there are several. */
function releaseOf(name: string, releases: ReadonlyMap<string, string>): string {
  const prefixes = [...releases.keys()].filter((repository) => name.startsWith(`${repository}_`));
  return releases.get(prefixes.reduce((best, other) => (other.length > best.length ? other : best), '')) ?? '';
}

function aptList(name: string, release: string): AptList {
  return {
    path: `${APT_LISTS}/${name}`,
    security: /^(?:Suite|Codename|Label):.*security/im.test(release),
    optional: /^NotAutomatic:\s*yes/im.test(release),
  };
}

async function beginning(host: Host, path: string): Promise<string> {
  for await (const chunk of host.chunks(path)) return decode(chunk.subarray(0, 4096));
  return '';
}

/** A package as a list offers it. */
export interface AptOffer {
  readonly name: string;
  readonly version: string;
  readonly architecture: string;
}

/**
 * What a list offers of the packages that are wanted. It has tens of thousands and as many megabytes: names are looked
 * for in the bytes, and only a package that is wanted becomes text.
 */
export async function findOffers(
  chunks: AsyncIterable<Uint8Array>,
  wanted: { has(name: string): boolean },
): Promise<readonly AptOffer[]> {
  const offers: AptOffer[] = [];
  let [buffer, held] = [Buffer.alloc(0), 0];
  for await (const chunk of chunks) {
    if (buffer.length < held + chunk.length) buffer = Buffer.concat([buffer], held + 2 * chunk.length);
    buffer.set(chunk, held);
    const text = buffer.subarray(0, held + chunk.length);
    const end = text.lastIndexOf(BETWEEN) + 1;
    addOffers(text.subarray(0, end), wanted, offers);
    buffer.copyWithin(0, end, text.length);
    held = text.length - end;
  }
  addOffers(buffer.subarray(0, held), wanted, offers);
  return offers;
}

const BETWEEN = '\n\n';
const LABEL = '\nPackage: ';

/** Whole paragraphs; a name begins a line, and the first one begins the text. */
function addOffers(text: Buffer, wanted: { has(name: string): boolean }, offers: AptOffer[]): void {
  let at = text.indexOf(LABEL.slice(1)) === 0 ? LABEL.length - 1 : nextName(text, 0);
  while (at > 0) {
    const lineEnd = lineEndAt(text, at);
    const name = text.toString('latin1', at, lineEnd);
    if (wanted.has(name)) offers.push(offerAt(text, name, lineEnd));
    at = nextName(text, lineEnd);
  }
}

/** Where the next name begins, 0 where there is none. */
function nextName(text: Buffer, from: number): number {
  const found = text.indexOf(LABEL, from, 'latin1');
  return found < 0 ? 0 : found + LABEL.length;
}

function offerAt(text: Buffer, name: string, from: number): AptOffer {
  const blank = text.indexOf(BETWEEN, from, 'latin1');
  const paragraph = text.toString('latin1', from, blank < 0 ? text.length : blank);
  const field = (label: string) => new RegExp(`\\n${label}: *(\\S+)`).exec(paragraph)?.[1] ?? '';
  return { name, version: field('Version'), architecture: field('Architecture') };
}

function lineEndAt(text: Buffer, from: number): number {
  const end = text.indexOf(0x0a, from);
  return end < 0 ? text.length : end;
}
