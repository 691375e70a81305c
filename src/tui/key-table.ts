import { type Language, messagesOf } from '../i18n/language.ts';
import { type Binding, groupOrder, keyLabel, keymap, sheetKeymap } from './keymap.ts';

/** The keys of the explorer as a Markdown table for the README, in the order of the help. */
export function keyTable(language: Language): string {
  const { commands, contexts } = messagesOf(language).tui;
  const bindings = groupOrder.flatMap((group) => keymap.filter((binding) => binding.group === group));
  return table(language, bindings, commands, contexts);
}

/** The same for the sheet that is filled by hand. */
export function sheetKeyTable(language: Language): string {
  const { commands, contexts } = messagesOf(language).sheet;
  return table(language, sheetKeymap, commands, contexts);
}

function table<Id extends string, Where extends string>(
  language: Language,
  bindings: readonly Binding<Id, Where>[],
  commands: Readonly<Record<Id, { readonly long: string }>>,
  contexts: Readonly<Record<Where, string>>,
): string {
  const texts = messagesOf(language).tui;
  const { keys, does, where } = texts.keyTable;
  const rows = bindings.map((binding) => {
    const pressed = binding.keys.map((key) => `\`${keyLabel(texts, key)}\``).join(' ');
    const places = binding.when.map((context) => contexts[context]).join(', ');
    return `| ${pressed} | ${commands[binding.id].long} | ${places} |`;
  });
  return [`| ${keys} | ${does} | ${where} |`, '|---|---|---|', ...rows].join('\n');
}
