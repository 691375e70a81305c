import type { Plist } from './plist.ts';

/** A property list as XML, of the few elements plist(5) has; undefined where it holds nothing. */
export function parseXmlPlist(text: string): Plist | undefined {
  const open: Container[] = [];
  const root = newContainer(false);
  for (const element of text.replace(/<!--[\s\S]*?-->/g, '').matchAll(ELEMENT)) {
    const [, start, isEmpty, end, truth, leaf, content = ''] = element;
    const inner = open.at(-1) ?? root;
    if (start) {
      const container = newContainer(start === 'dict');
      add(inner, container.value);
      if (!isEmpty) open.push(container);
    } else if (end) open.pop();
    else if (leaf === 'key') inner.key = unescaped(content);
    else add(inner, truth ? truth === 'true' : leafValue(leaf, content));
  }
  if (open.length > 0) throw new Error('it ends too early');
  return (root.value as readonly Plist[])[0];
}

/** Several, one after the other, as pkgutil(1) writes them. */
export function parseXmlPlists(text: string): readonly Plist[] {
  return text.split('</plist>').flatMap((part) => parseXmlPlist(part) ?? []);
}

const ELEMENT =
  /<(dict|array)\s*(\/?)>|<\/(dict|array)>|<(true|false)\s*\/>|<(key|string|integer|real|date|data)(?:\s*\/>|>([\s\S]*?)<\/\5>)/g;

interface Container {
  readonly value: Plist[] | Record<string, Plist>;
  /** Of the value that comes next. */
  key: string;
}

function newContainer(isDictionary: boolean): Container {
  return { value: isDictionary ? {} : [], key: '' };
}

function add({ value: container, key }: Container, value: Plist): void {
  if (Array.isArray(container)) container.push(value);
  // A key may be called __proto__.
  else Object.defineProperty(container, key, { value, enumerable: true, configurable: true });
}

function leafValue(name: string | undefined, content: string): Plist {
  if (name === 'integer' || name === 'real') return Number(content);
  if (name === 'date') return new Date(content.trim());
  if (name === 'data') return new Uint8Array(Buffer.from(content, 'base64'));
  return unescaped(content);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const MAX_CODE_POINT = 0x10ffff;

function unescaped(text: string): string {
  return text.replace(/<!\[CDATA\[([\s\S]*?)\]\]>|&(?:(\w+)|#(\d+)|#x([0-9a-f]+));/gi, (whole, cdata, ...names) => {
    const [name, decimal, hex] = names as (string | undefined)[];
    if (cdata !== undefined) return cdata;
    if (name) return ENTITIES[name] ?? whole;
    const code = Number.parseInt(hex ?? decimal ?? '', hex ? 16 : 10);
    return code <= MAX_CODE_POINT ? String.fromCodePoint(code) : whole;
  });
}
