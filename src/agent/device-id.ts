import { join } from 'node:path';
import { isOcsDeviceId } from '../model/device-id.ts';
import { explain, ParcoursError } from '../model/errors.ts';
import type { Log } from '../model/log.ts';
import { MINUTE } from '../model/time.ts';
import { createFile, readText, replaceFile, setAside } from './files.ts';
import type { AgentDeps } from './options.ts';

/** What a new id is made of. */
export interface DeviceIdSource {
  readonly hostName: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** As Date#getTimezoneOffset, in minutes. */
  readonly timezoneOffset: number;
}

export function deviceIdSource({ host, now }: Pick<AgentDeps, 'host' | 'now'>): DeviceIdSource {
  const at = now();
  return { hostName: host.facts.hostName, now: at, timezoneOffset: host.facts.timezoneOffset(at) };
}

/**
 * The id of this machine, `HOST-YYYY-MM-DD-HH-MM-SS`, made at the first run and kept for ever: a renamed machine keeps
 * its history. A file that holds no id is kept aside and replaced. OCS protocol section 5.
 */
export async function loadDeviceId(folder: string, source: DeviceIdSource, log: Log): Promise<string> {
  const path = idPath(folder);
  const kept = await keptDeviceId(folder);
  if (kept !== undefined && isKeepable(kept)) return recognised(kept, source, log);
  if (kept !== undefined) {
    const keptAs = await setAside(path, source.now);
    log.warn('device id unreadable: a new one is made, the server will see a new machine', { keptAs });
  }
  const made = makeDeviceId(source);
  if ((await createFile(path, `${made}\n`)) === 'exists') return loadDeviceId(folder, source, log);
  log.info('device id created', { deviceId: made });
  return made;
}

/** What the file of the id holds; undefined where there is none. */
export async function keptDeviceId(folder: string): Promise<string | undefined> {
  return (await readText(idPath(folder)))?.trim();
}

/** Takes the id a machine was found to have for its own, unless one is kept already. Fails with `cannot-write`. */
export async function recogniseDeviceId(folder: string, found: string): Promise<void> {
  if (isKeepable(found)) await createFile(idPath(folder), `${found}\n`);
}

/** Keeps another id; the one before it stays beside it. */
export async function replaceDeviceId(folder: string, deviceId: string, now: number): Promise<void> {
  const path = idPath(folder);
  if ((await readText(path)) !== undefined) await setAside(path, now, 'replaced');
  await replaceFile(path, `${deviceId}\n`);
}

/** Whether servers take the id, and a file may be named by it. */
export function isKeepable(deviceId: string): boolean {
  return isOcsDeviceId(deviceId) && FILE_NAME.test(deviceId);
}

/** The id the next run will have if it is kept, else one such as the first run will make. Nothing is written. */
export async function deviceIdIfKept(folder: string, source: DeviceIdSource): Promise<string> {
  const kept = await keptDeviceId(folder);
  return kept !== undefined && isKeepable(kept) ? kept : makeDeviceId(source);
}

/** For a document that no server gets: where the id cannot be kept, one that is good for this run. */
export async function deviceIdForNow(folder: string, source: DeviceIdSource, log: Log): Promise<string> {
  try {
    return await loadDeviceId(folder, source, log);
  } catch (error) {
    if (!(error instanceof ParcoursError)) throw error;
    log.warn('device id not kept: the next document will have another', { reason: explain(error) });
    return makeDeviceId(source);
  }
}

export function makeDeviceId({ hostName, now, timezoneOffset }: DeviceIdSource): string {
  const local = new Date(now - timezoneOffset * MINUTE).toISOString();
  return `${hostPart(hostName)}-${local.slice(0, 19).replace(/[T:]/g, '-')}`;
}

function idPath(folder: string): string {
  return join(folder, 'device-id');
}

/** The id also names the file of `--local`. */
const FILE_NAME = /^[^\p{Cc}/\\]{1,250}$/u;

/** Short host name; servers lose an id that holds a character beyond the basic plane. */
function hostPart(hostName: string): string {
  const short = hostName.split('.')[0] ?? '';
  return short.replace(/[^\p{L}\p{N}_-]|[\u{10000}-\u{10ffff}]/gu, '-').slice(0, 200) || 'unnamed';
}

function recognised(deviceId: string, source: DeviceIdSource, log: Log): string {
  const renamed = !deviceId.startsWith(`${hostPart(source.hostName)}-`);
  log.debug('device id', { deviceId });
  if (renamed) log.info('device id kept although the host was renamed', { deviceId, host: source.hostName });
  return deviceId;
}
