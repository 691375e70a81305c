import { withoutLogin } from './uri.ts';

/** One address and suite from which apt takes packages. */
export interface AptSource {
  readonly uri: string;
  readonly suite: string;
  readonly components: readonly string[];
  readonly enabled: boolean;
}

/** One-line format, sources.list(5): `deb [options] URI suite component …`. Sources of source code are left out. */
export function parseAptList(text: string): readonly AptSource[] {
  return text.split('\n').flatMap((line) => {
    const [, rest = ''] = /^\s*deb\s+(?:\[[^\]]*\]\s*)?([^#]+)/.exec(line) ?? [];
    const [uri, suite, ...components] = rest.trim().split(/\s+/);
    return uri && suite ? [{ uri: withoutLogin(uri), suite, components, enabled: true }] : [];
  });
}

/** Deb822 format: paragraphs of Types, URIs, Suites, Components, and Enabled. */
export function parseAptDeb822(text: string): readonly AptSource[] {
  return text.split(/\n\s*\n/).flatMap((paragraph) => {
    const words = wordsByField(paragraph);
    if (!words.get('types')?.includes('deb')) return [];
    const enabled = words.get('enabled')?.[0]?.toLowerCase() !== 'no';
    const components = words.get('components') ?? [];
    return (words.get('uris') ?? []).flatMap((uri) =>
      (words.get('suites') ?? []).map((suite) => ({ uri: withoutLogin(uri), suite, components, enabled })),
    );
  });
}

function wordsByField(paragraph: string): ReadonlyMap<string, readonly string[]> {
  const fields = paragraph
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .split(/\n(?!\s)/);
  return new Map(
    fields.map((field) => {
      const [name = '', ...value] = field.split(':');
      return [name.trim().toLowerCase(), value.join(':').trim().split(/\s+/)];
    }),
  );
}
