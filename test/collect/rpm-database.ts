import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface MadePackage {
  readonly name: string;
  readonly version?: string;
  /** More lines of the spec's head, such as `Vendor: Example Ltd`. */
  readonly head?: readonly string[];
  readonly description?: string;
}

/** A package built in a folder; the path of its file. */
export async function buildRpm(folder: string, made: MadePackage): Promise<string> {
  const { name, version = '1.2', head = [], description = `The ${name}` } = made;
  const spec = join(folder, `${name}-${version}.spec`);
  const lines = [`Name: ${name}`, `Version: ${version}`, 'Release: 3', `Summary: The ${name}`, 'License: MIT'];
  await mkdir(folder, { recursive: true });
  await writeFile(spec, [...lines, 'BuildArch: noarch', ...head, '%description', description, '%files', ''].join('\n'));
  spawnSync('rpmbuild', ['-bb', '--define', `_topdir ${folder}/build`, spec]);
  return `${folder}/build/RPMS/noarch/${name}-${version}-3.noarch.rpm`;
}

/** rpm on a database of its own. */
export function rpm(database: string, args: readonly string[]): string {
  return spawnSync('rpm', ['--dbpath', database, ...args], { encoding: 'utf8', maxBuffer: 2 ** 26 }).stdout;
}

const ONLY_NOTED = ['--justdb', '--nodeps', '--ignoreos', '--ignorearch'];

/** Notes packages in the database as installed, several versions beside each other. */
export function install(database: string, files: readonly string[]): void {
  rpm(database, ['-i', ...ONLY_NOTED, ...files]);
}

export function upgrade(database: string, files: readonly string[]): void {
  rpm(database, ['-U', ...ONLY_NOTED, ...files]);
}

export function erase(database: string, names: readonly string[]): void {
  rpm(database, ['-e', '--justdb', '--nodeps', ...names]);
}
