import type { Unit } from '../model/descriptor.ts';
import type { Language } from './language.ts';

const locales: Record<Language, string> = { en: 'en-GB', fr: 'fr-FR' };

/** Grouped digits with plain spaces: the narrow no-break space of French breaks in ASCII terminals. */
export function formatNumber(language: Language, value: number, decimals = 0): string {
  const { format, texts } = numberFormat(language, decimals);
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = format.format(value).replace(/[\u00a0\u202f]/g, ' ');
  if (texts.size >= MAX_TEXTS) texts.clear();
  texts.set(value, text);
  return text;
}

/** A value with its unit, scaled for reading: 15842 MiB becomes 15.5 GiB. */
export function formatQuantity(language: Language, value: number, unit: Unit | undefined): string {
  const scale = unit && scales[unit];
  if (!scale) return unit ? `${formatNumber(language, value, 2)} ${unit}` : formatNumber(language, value, 2);
  let [scaled, step] = [value, scale.from];
  while (Math.abs(scaled) >= scale.base && step < scale.names.length - 1) {
    scaled /= scale.base;
    step++;
  }
  const name = scale.names[step] ?? '';
  return `${formatNumber(language, scaled, 1)} ${language === 'fr' ? name.replace('B', 'o') : name}`;
}

const binary = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
const metric = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
const hertz = ['Hz', 'kHz', 'MHz', 'GHz'];
const scales: Partial<Record<Unit, { base: number; names: readonly string[]; from: number }>> = {
  bytes: { base: 1024, names: binary, from: 0 },
  MiB: { base: 1024, names: binary, from: 2 },
  MB: { base: 1000, names: metric, from: 2 },
  MHz: { base: 1000, names: hertz, from: 2 },
};

/** Day and time in the reader's zone: 23/11/2026 14:02. */
export function formatTime(language: Language, iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  const { day, clock } = timeFormats(language);
  return `${day.format(time)} ${clock.format(time)}`;
}

/** A length of time: 36 ms, 8.4 s, 41 s, 2 min 30, 38 min, 37 h 30. */
export function formatDuration(language: Language, minutes: number): string {
  const seconds = minutes * 60;
  if (seconds > 0 && seconds < 0.095) return `${formatNumber(language, seconds * 1000, seconds < 0.0095 ? 1 : 0)} ms`;
  if (seconds < 59.5) return `${formatNumber(language, seconds, seconds < 10 ? 1 : 0)} s`;
  if (seconds < 595) return twoUnits(language, Math.round(seconds), 'min');
  return minutes < 59.5 ? `${Math.round(minutes)} min` : twoUnits(language, Math.round(minutes), 'h');
}

function twoUnits(language: Language, smaller: number, name: string): string {
  const rest = smaller % 60;
  return `${formatNumber(language, Math.floor(smaller / 60))} ${name}${rest === 0 ? '' : ` ${String(rest).padStart(2, '0')}`}`;
}

/** The day alone. */
export function formatDay(language: Language, iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : timeFormats(language).day.format(time);
}

/** The time of the day alone. */
export function formatClock(language: Language, iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : timeFormats(language).clock.format(time);
}

/** How long ago, in the largest unit that fits: 9 d, 2 h, 5 min. */
export function formatAge(language: Language, iso: string, now: number): string {
  const seconds = Math.max(0, (now - Date.parse(iso)) / 1000);
  const [size, short] = ages.find(([limit]) => seconds >= limit) ?? [1, { en: 's', fr: 's' }];
  return `${Math.floor(seconds / size)} ${short[language]}`;
}

const ages: readonly (readonly [number, Record<Language, string>])[] = [
  [86_400, { en: 'd', fr: 'j' }],
  [3_600, { en: 'h', fr: 'h' }],
  [60, { en: 'min', fr: 'min' }],
];

// A list asks thousands of times, and making a formatter takes a hundred times longer than using it.
const numberFormat = kept((language: Language, decimals: number) => ({
  format: new Intl.NumberFormat(locales[language], { maximumFractionDigits: decimals }),
  /** The same few sizes stand in thousands of rows. */
  texts: new Map<number, string>(),
}));
const MAX_TEXTS = 2000;
const timeFormats = kept((language: Language) => ({
  day: new Intl.DateTimeFormat(locales[language], { day: '2-digit', month: '2-digit', year: 'numeric' }),
  clock: new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit' }),
}));

function kept<A extends readonly (string | number)[], R>(make: (...args: A) => R): (...args: A) => R {
  const made = new Map<string, R>();
  return (...args) => {
    const key = args.join();
    const known = made.get(key) ?? make(...args);
    made.set(key, known);
    return known;
  };
}
