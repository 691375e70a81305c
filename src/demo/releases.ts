import type { SystemName } from './data/systems.ts';

/** Version of a product that is renewed every four weeks, in a week of the fleet. */
type Release = (week: number, system: SystemName) => string;

const month = (week: number) => Math.floor(week / 4);
const suffix = (system: SystemName) => (system === 'debian13' ? '~deb13u1' : '~deb12u1');

const firefox: Release = (week) => `${154 + month(week)}.0${week % 4 === 0 ? '' : `.${week % 4}`}`;
const chrome: Release = (week) => `${152 + month(week)}.0.${7950 + 43 * month(week)}.${60 + 17 * (week % 4)}`;
const edge: Release = (week) => `${152 + month(week)}.0.${4040 + 36 * month(week)}.${51 + 13 * (week % 4)}`;
const extendedSupport = (week: number) => `153.${month(week)}.0esr-1`;

/** What is sold anew every few weeks; everything else changes only when an advisory says so. */
const releases: Readonly<Record<string, Release>> = {
  'Mozilla Firefox (x64 fr)': firefox,
  'Mozilla Maintenance Service': firefox,
  Firefox: firefox,
  'Google Chrome': chrome,
  'Microsoft Edge': edge,
  'Microsoft Edge WebView2 Runtime': edge,
  'Microsoft 365 Apps for Education - fr-fr': (week) => `16.0.${19231 + 97 * month(week)}.20156`,
  'firefox-esr': (week, system) => `${extendedSupport(week)}${suffix(system)}`,
  thunderbird: (week, system) => `1:${extendedSupport(week)}${suffix(system)}`,
  chromium: (week, system) => `${chrome(week, system)}-1${suffix(system)}`,
};

/** The version that the week offers of a rolling product; undefined for any other. */
export function releaseOf(name: string, week: number, system: SystemName): string | undefined {
  return Object.hasOwn(releases, name) ? releases[name]?.(week, system) : undefined;
}
