import type { SectionRow, Sections } from '../model/catalogue.ts';
import { libraryPackages } from './data/debian-library.ts';
import { basePackages, type DebianPackage, desktopPackages, serverPackages } from './data/debian-packages.ts';
import { macApplications, type Program, windowsPrograms } from './data/programs.ts';
import { type SystemName, systems } from './data/systems.ts';
import { windowsComponents } from './data/windows-components.ts';
import { releaseOf } from './releases.ts';
import type { Role } from './roles.ts';

/** Installed software and where it comes from. */
export function softwareSections(role: Role, installed: string): Sections {
  return {
    softwares: softwaresOf(role.system, installed, 0, role.image),
    repository: systems[role.system].family === 'debian' ? repositories(role.system) : [],
  };
}

/** What a machine with that system has on the day it is installed, in a week of the fleet; all of an image is shared. */
export function softwaresOf(system: SystemName, installed: string, week = 0, image?: true): readonly NamedSoftware[] {
  if (!image) return installedRows(everything(system), system, installed, week);
  const key = `${system} ${installed} ${week}`;
  const known =
    images.get(key) ?? installedRows([...everything(system), ...libraryOf(system)], system, installed, week);
  images.delete(key);
  images.set(key, known);
  for (const [oldest] of images) if (images.size > KEPT) images.delete(oldest);
  return known;
}

/** A room is left behind when the next one is installed. */
const KEPT = 24;
const images = new Map<string, readonly NamedSoftware[]>();

function installedRows(rows: readonly NamedSoftware[], system: SystemName, installDate: string, week: number) {
  return rows.map((row) => ({ ...row, version: releaseOf(row.name, week, system) ?? row.version, installDate }));
}

function libraryOf(system: SystemName): readonly NamedSoftware[] {
  const { family } = systems[system];
  if (family === 'windows') return windowsComponents.map(windowsProgram);
  return family === 'macos' ? [] : libraryPackages.map((item) => debianPackage(item, system));
}

type NamedSoftware = SectionRow<'softwares'> & { readonly name: string; readonly version: string };

function everything(system: SystemName): readonly NamedSoftware[] {
  switch (systems[system].family) {
    case 'windows':
      return windowsPrograms.map(windowsProgram);
    case 'macos':
      return macApplications.map(macApplication);
    default:
      return [...basePackages, ...(system === 'debianServer' ? serverPackages : desktopPackages)].map((item) =>
        debianPackage(item, system),
      );
  }
}

export function debianPackage([name, bookworm, trixie, kibibytes]: DebianPackage, system: SystemName): NamedSoftware {
  const version = system === 'debian13' ? trixie : bookworm;
  return { name, version, publisher: 'Debian', architecture: 'amd64', from: 'deb', fileSize: kibibytes * 1024 };
}

export function windowsProgram([name, publisher, version, kibibytes]: Program): NamedSoftware {
  const size = kibibytes === 0 ? {} : { fileSize: kibibytes * 1024 };
  return { name, version, publisher, architecture: 'x86_64', from: 'registry', ...size };
}

export function macApplication([name, publisher, version, kibibytes]: Program): NamedSoftware {
  const folder = `/Applications/${name}.app`;
  return { name, version, publisher, folder, from: 'Applications', fileSize: kibibytes * 1024 };
}

/** The package sources of a Debian. */
export function repositories(system: SystemName): readonly SectionRow<'repository'>[] {
  const suite = system === 'debian13' ? 'trixie' : 'bookworm';
  const mirror = 'http://deb.debian.org/debian';
  return [
    { name: `${suite} main`, baseUrl: mirror, fileName: '/etc/apt/sources.list' },
    { name: `${suite}-updates main`, baseUrl: mirror, fileName: '/etc/apt/sources.list' },
    { name: `${suite}-security main`, baseUrl: `${mirror}-security`, fileName: '/etc/apt/sources.list' },
  ];
}
