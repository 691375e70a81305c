/** Values of the XML that libvirt and VirtualBox write themselves; no general XML, which only `wire/` reads. */

/** Text of the first element of a name. */
export function elementText(xml: string, name: string): string | undefined {
  const [, text] = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(xml) ?? [];
  return text === undefined ? undefined : unescaped(text.trim()) || undefined;
}

/** An attribute of the first element of a name. */
export function attributeOf(xml: string, element: string, attribute: string): string | undefined {
  const [tag = ''] = new RegExp(`<${element}\\s[^>]*>`).exec(xml) ?? [];
  const [, , value] = new RegExp(`\\s${attribute}=(["'])(.*?)\\1`).exec(tag) ?? [];
  return value === undefined ? undefined : unescaped(value);
}

/** The start tags of a name. */
export function tagsOf(xml: string, element: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${element}\\s[^>]*>`, 'g'))].map(([tag]) => tag);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
}
