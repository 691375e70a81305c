/** A day as `YYYY-MM-DD`, from ISO 8601, `23/11/2026`, `23-11-26`, `23 novembre 2026`; undefined where it is none. */
export function dayOf(text: string): string | undefined {
  const plain = text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[t ])/.exec(plain);
  if (iso) return asIso(iso[1], iso[2], iso[3]);
  const [, day, month, year] = /^(\d{1,2})(?:er)?[-/. ]([a-z]+\.?|\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(plain) ?? [];
  return asIso(year, monthOf(month), day);
}

/** The day of SMBIOS, type 0 offset 08h: `mm/dd/yyyy`. */
export function firmwareDayOf(text: string): string | undefined {
  const [, month, day, year] = /^(\d{2})\/(\d{2})\/(\d{4}|\d{2})$/.exec(text.trim()) ?? [];
  return asIso(year, month, day);
}

function asIso(year: string | undefined, month: string | undefined, day: string | undefined): string | undefined {
  if (!year || !month || !day) return undefined;
  const iso = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(time.getTime()) || !time.toISOString().startsWith(iso) ? undefined : iso;
}

function monthOf(word: string | undefined): string | undefined {
  if (word === undefined || /^\d/.test(word)) return word;
  const start = word.replace('.', '');
  const at = MONTHS.findIndex((names) => names.some((name) => start.length >= 3 && name.startsWith(start)));
  return at < 0 ? undefined : String(at + 1);
}

const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'january'],
  ['fevrier', 'february'],
  ['mars', 'march'],
  ['avril', 'april'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juillet', 'july'],
  ['aout', 'august'],
  ['septembre', 'september'],
  ['octobre', 'october'],
  ['novembre', 'november'],
  ['decembre', 'december'],
];
