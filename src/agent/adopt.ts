import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ParcoursError, systemCode } from '../model/errors.ts';
import type { Log } from '../model/log.ts';
import { childText } from '../wire/element.ts';
import { WireError } from '../wire/wire-error.ts';
import { parseXml } from '../wire/xml.ts';
import { isKeepable, keptDeviceId, replaceDeviceId } from './device-id.ts';
import { readText } from './files.ts';
import { serverAddress } from './server-address.ts';

/** Where the ids of an OCS Unix agent may stand, and for which servers one is wanted. */
export interface Adoption {
  /** Each holds one folder a server, named by its address with `_` for `/`. OCS protocol section 5.2. */
  readonly ocsFolders: readonly string[];
  readonly servers: readonly string[];
  readonly stateFolder: string;
}

/**
 * Makes the id of the OCS agent on this machine ours, so that its server sees no new machine: the one it has with our
 * server, else the newest. Fails with `configuration` where there is none and we have none.
 */
export async function adoptDeviceId(adoption: Adoption, now: number, log: Log): Promise<void> {
  const { ocsFolders, servers, stateFolder } = adoption;
  const kept = await keptDeviceId(stateFolder);
  const wanted = new Set(servers.map((server) => serverAddress(server).replaceAll('/', '_')));
  const found = (await Promise.all(ocsFolders.map(idsUnder))).flat();
  const [best, ...others] = found.sort((a, b) => rank(b, wanted) - rank(a, wanted) || b.modifiedAt - a.modifiedAt);
  if (!best && kept === undefined) {
    throw new ParcoursError('configuration', `--adopt: no OCS agent has left its id in ${ocsFolders.join(' or ')}`);
  }
  if (!best || best.deviceId === kept) return log.debug('nothing to adopt', { deviceId: kept });
  const different = others.filter(({ deviceId }) => deviceId !== best.deviceId).map(({ deviceId }) => deviceId);
  if (different.length > 0) log.warn('the OCS agent has other ids with other servers', { ids: different.join(', ') });
  await replaceDeviceId(stateFolder, best.deviceId, now);
  log.info('device id adopted', { deviceId: best.deviceId, from: best.path, before: kept });
}

interface FoundId {
  readonly deviceId: string;
  readonly path: string;
  readonly server: string;
  readonly modifiedAt: number;
}

function rank({ server }: FoundId, wanted: ReadonlySet<string>): number {
  return wanted.has(server) ? 1 : 0;
}

async function idsUnder(folder: string): Promise<readonly FoundId[]> {
  const found = await Promise.all((await serversIn(folder)).map((server) => idIn(join(folder, server), server)));
  return found.filter((id) => id !== undefined);
}

/** The second file is what the OCS agent itself falls back on. */
async function idIn(folder: string, server: string): Promise<FoundId | undefined> {
  for (const [name, read] of [
    ['ocsinv.conf', idInXml],
    ['ocsinv.txt', idInLines],
  ] as const) {
    const path = join(folder, name);
    const deviceId = await read((await readText(path)) ?? '');
    if (deviceId === undefined || !isKeepable(deviceId)) continue;
    return { deviceId, path, server, modifiedAt: (await stat(path)).mtimeMs };
  }
  return undefined;
}

async function idInXml(text: string): Promise<string | undefined> {
  try {
    return childText((await parseXml(Buffer.from(text))).root, 'DEVICEID');
  } catch (error) {
    if (error instanceof WireError) return undefined;
    throw error;
  }
}

async function idInLines(text: string): Promise<string | undefined> {
  return /^DEVICEID=(.+)$/m.exec(text)?.[1]?.trim();
}

async function serversIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw new ParcoursError('permission', `cannot read ${folder}`, error);
  }
}
