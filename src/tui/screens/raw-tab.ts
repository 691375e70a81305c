import type { MachineView } from '../../fleet/fleet.ts';
import type { Language } from '../../i18n/language.ts';
import type { Body } from '../body.ts';
import { EMPTY_LINE } from '../line.ts';
import { rawEntries, rawKeys, rawLine } from '../raw-lines.ts';
import { remember } from '../remember.ts';
import type { State } from '../state.ts';

/** Everything as it travelled. */
export function rawBody({ language, reveal }: State, view: MachineView, width: number): Body {
  const { entries, keys } = rawOf(view, language, reveal, width);
  return { keys, line: (index) => (entries[index] ? rawLine(entries[index]) : EMPTY_LINE) };
}

const rawOf = remember((view: MachineView, language: Language, reveal: boolean, width: number) => {
  const entries = rawEntries(view, { language, reveal }, width);
  return { entries, keys: rawKeys(entries) };
});
