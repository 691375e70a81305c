import { join } from 'node:path';
import { ParcoursError } from '../model/errors.ts';
import type { Host } from '../model/host.ts';
import { attribute } from './sources/text.ts';
import { offsetIn, zoneName } from './sources/time-zone.ts';
import { asItIs, type Tree, treeUnder } from './tree.ts';

/**
 * The disk of a machine that does not run. Only what lies on it is known: no program is run, nothing is asked, and
 * nothing of this machine is told. Fails with `configuration` where the tree holds no system.
 */
export async function mountedDisk(folder: string): Promise<Host> {
  const files = treeUnder(folder, { ...asItIs, isHidden: isOfKernel(folder) });
  if (!(await files.list('/etc'))) throw new ParcoursError('configuration', await whyNoSystem(folder, files));
  const isMac = (await files.stat(MACOS)) !== undefined;
  const zone = (await zoneName(files)) ?? 'UTC';
  return {
    facts: {
      platform: isMac ? 'darwin' : 'linux',
      hostName: (await attribute(files, '/etc/hostname')) ?? '',
      machine: await architecture(files),
      release: '',
      offline: true,
      ...(process.getuid && { userId: process.getuid() }),
      environment: {},
      now: Date.now,
      timezoneOffset: (at = Date.now()) => offsetIn(zone, at) ?? 0,
    },
    ...files,
    space: async () => undefined,
    addresses: async () => [],
    get: async () => undefined,
    run: async () => undefined,
    remembered: (_name, _stamp, work) => work(),
    portable: async () => undefined,
  };
}

/** Every macOS says there which it is. */
const MACOS = '/System/Library/CoreServices/SystemVersion.plist';

async function whyNoSystem(folder: string, files: Tree): Promise<string> {
  if (!(await files.list('/Windows/System32'))) return `${folder} holds neither /etc nor host.json`;
  return `${folder} is a disk of Windows, which is read only while it runs: there, parcours agent --record=DIR makes a capture for --root`;
}

/** What these folders show on this machine comes from the kernel that runs; on a disk at rest they are stale or empty. */
const KERNEL_FOLDERS = ['proc', 'sys', 'dev', 'run'];

function isOfKernel(folder: string): (located: string) => boolean {
  const paths = KERNEL_FOLDERS.map((name) => join(folder, name));
  return (located) => paths.some((path) => located === path || located.startsWith(`${path}/`));
}

/** `e_machine` of the ELF header of the shell, as `uname -m` names it. */
async function architecture({ read }: Tree): Promise<string> {
  const header = Buffer.from((await read('/bin/sh')) ?? []).subarray(0, 20);
  const isElf = header.length === 20 && header.toString('latin1', 1, 4) === 'ELF';
  return (isElf && ELF_MACHINES[header[5] === 2 ? header.readUInt16BE(18) : header.readUInt16LE(18)]) || '';
}

const ELF_MACHINES: Readonly<Record<number, string>> = {
  3: 'i686',
  21: 'ppc64le',
  22: 's390x',
  40: 'armv7l',
  62: 'x86_64',
  183: 'aarch64',
  243: 'riscv64',
  258: 'loongarch64',
};
