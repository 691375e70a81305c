import { screenContexts } from './contexts.ts';
import { type Binding, bindingsIn, groupOrder, keyLabel } from './keymap.ts';
import { EMPTY_LINE, fitLine, type Line, line, span } from './line.ts';
import { type State, textsOf } from './state.ts';
import { fitText, widthOf } from './width.ts';

/** The keys that work here, by group, in as many columns as they need and the width allows. */
export function helpLines(state: State, width: number, height: number): readonly Line[] {
  const lines = groupLines(state);
  const wanted = Math.ceil(lines.length / height);
  const widest = Math.max(...lines.map((parts) => parts.reduce((sum, { text }) => sum + widthOf(text), 0)));
  const columns = Math.max(1, Math.min(wanted, Math.floor(width / (widest + GAP))));
  const rows = Math.ceil(lines.length / columns);
  const cells = Math.floor(width / columns);
  return Array.from({ length: rows }, (_, y) =>
    Array.from({ length: columns }, (_, x) => fitLine(lines[x * rows + y] ?? EMPTY_LINE, cells)).flat(),
  );
}

function groupLines(state: State): readonly Line[] {
  const texts = textsOf(state);
  const here = bindingsIn(new Set(screenContexts(state)));
  const groups = groupOrder.filter((group) => here.some((binding) => binding.group === group));
  const keys = (binding: Binding) => binding.keys.map((key) => keyLabel(texts, key)).join(' ');
  const cells = Math.max(...here.map((binding) => widthOf(keys(binding))));
  return groups.flatMap((group, index) => [
    ...(index > 0 ? [EMPTY_LINE] : []),
    line(` ${texts.groups[group]}`, 'strong'),
    ...here
      .filter((binding) => binding.group === group)
      .map((binding) => [span(`  ${fitText(keys(binding), cells)}  `, 'key'), span(texts.commands[binding.id].long)]),
  ]);
}

const GAP = 2;
