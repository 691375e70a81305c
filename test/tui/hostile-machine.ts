import { type MadeMachine, madeMachine } from './made-machines.ts';

/** Everything that must not reach a terminal: clipboard writes, titles, links, control bytes, bidi, newlines, wide and piled-up signs. */
export const hostileTexts = [
  '\x1b]52;c;aGFjaw==\x07clip',
  '\x1b]0;owned\x07title',
  '\x1b[2J\x1b[31mred',
  '\u009b31mc1',
  'line\nbreak\r\ttab',
  '\u202Eevil\u202C',
  'zero\u200bwidth\ufeff',
  `za${'\u0301'.repeat(40)}lgo`,
  '東京研究室の端末',
  '👩\u200d🚀 rocket',
  'long '.repeat(80),
] as const;

/** A machine whose every text is hostile. */
export function hostileMachine(): MadeMachine {
  const made = madeMachine(3);
  const text = hostileTexts.join('');
  const rows = hostileTexts.map((name) => ({ name, version: text, publisher: name }));
  const snapshots = made.snapshots.map((snapshot) => ({
    ...snapshot,
    sections: snapshot.sections.map((section) => {
      if (section.name === 'softwares') return { ...section, rows, reason: `failed: ${text}` };
      return section.name === 'hardware'
        ? { ...section, rows: [{ name: text, osName: text, users: [text] }] }
        : section;
    }),
  }));
  const row = { ...made.row, id: `A-${text}-2026-01-01-00-00-00`, name: `A ${text}`, os: text, ip: text, tag: text };
  return { row, snapshots: [...snapshots, ...snapshots], extras: [{ name: text, attributes: { [text]: text }, text }] };
}
