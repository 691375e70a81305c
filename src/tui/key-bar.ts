import type { Messages } from '../i18n/en.ts';
import { type Binding, keyLabel } from './keymap.ts';
import { fitLine, type Line, lineWidth, type Span, span } from './line.ts';

type Texts = Messages['tui'];
type Words<Id extends string> = Readonly<Record<Id, { readonly short: string }>>;

/** A row with what is said on the left, and then the keys that matter, as many as fit; the help always is there. */
export function keyBar<Id extends string>(
  texts: Texts,
  words: Words<Id>,
  left: readonly Span[],
  bindings: readonly Binding<Id, string>[],
  width: number,
): Line {
  const spans = ({ id, keys }: Binding<Id, string>) => [
    span('  '),
    span(keyLabel(texts, keys[0] ?? ''), 'key'),
    span(` ${words[id].short}`),
  ];
  const wanted = bindings.filter(({ foot }) => foot !== undefined).toSorted((a, b) => (a.foot ?? 0) - (b.foot ?? 0));
  const help = wanted.find(({ id }) => id === 'help');
  let free = width - lineWidth(left) - 1 - (help ? lineWidth(spans(help)) : 0);
  const kept = wanted.filter((binding) => {
    if (binding === help) return true;
    const cells = lineWidth(spans(binding));
    if (cells <= free) free -= cells;
    else return false;
    return true;
  });
  return fitLine([...left, ...kept.flatMap(spans)], width);
}
