import { type Language, messagesOf } from '../i18n/language.ts';
import { groupOrder, keyLabel, keymap } from './keymap.ts';

/** The keys as a Markdown table for the README, in the order of the help. */
export function keyTable(language: Language): string {
  const texts = messagesOf(language).tui;
  const { keys, does, where } = texts.keyTable;
  const rows = groupOrder.flatMap((group) =>
    keymap
      .filter((binding) => binding.group === group)
      .map((binding) => {
        const pressed = binding.keys.map((key) => `\`${keyLabel(texts, key)}\``).join(' ');
        const places = binding.when.map((context) => texts.contexts[context]).join(', ');
        return `| ${pressed} | ${texts.commands[binding.id].long} | ${places} |`;
      }),
  );
  return [`| ${keys} | ${does} | ${where} |`, '|---|---|---|', ...rows].join('\n');
}
