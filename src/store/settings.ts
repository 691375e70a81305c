import { ParcoursError } from '../model/errors.ts';
import { listFolder, makeFolder, readDocument, salvageDocument, writeDocument, writeFailure } from './durable.ts';
import { LAYOUT_VERSION, type Layout, layoutOf } from './layout.ts';
import type { Baseline } from './store.ts';

/** `parcours.json`: what is set for a store, and the version of its layout. */
export interface Settings {
  readonly layout: number;
  readonly baselines: readonly Baseline[];
}

/** The settings; the default ones where there are none. Fails where the store is of a newer version. */
export async function readSettings(layout: Layout): Promise<Settings> {
  return supported(layout, (await readDocument(layout.settings, isSettings)) ?? initial);
}

export function writeSettings(layout: Layout, settings: Settings): Promise<void> {
  return writeDocument(layout.settings, settings);
}

/** Makes a store of a folder that is new or empty; leaves one that is a store already. */
export async function prepareStore(layout: Layout): Promise<Settings> {
  try {
    await makeFolder(layout.root);
    await refuseForeignFolder(layout);
    for (const folder of [layout.machines, layout.history, layout.sections, layout.index]) await makeFolder(folder);
    const found = await salvageDocument(layout.settings, isSettings, layout.quarantine);
    if (!found) await writeSettings(layout, initial);
    return supported(layout, found ?? initial);
  } catch (error) {
    throw writeFailure(layout.root, error);
  }
}

/** A mistyped `--store` must not scatter files over somebody's folder. */
export async function refuseForeignFolder(layout: Layout): Promise<void> {
  const own = new Set<string>(Object.values(layoutOf('')));
  const names = await listFolder(layout.root);
  const isStore = names.some((name) => name === layoutOf('').settings || name === layoutOf('').machines);
  if (!isStore && names.some((name) => !own.has(name))) {
    throw new ParcoursError('configuration', `${layout.root} holds other files and is not a store`);
  }
}

const initial: Settings = { layout: LAYOUT_VERSION, baselines: [] };

function isSettings(data: unknown): data is Settings {
  const { layout, baselines } = Object(data);
  return Number.isInteger(layout) && Array.isArray(baselines);
}

function supported(layout: Layout, settings: Settings): Settings {
  if (settings.layout <= LAYOUT_VERSION) return settings;
  const found = `layout ${settings.layout}, this program knows ${LAYOUT_VERSION}`;
  throw new ParcoursError('configuration', `${layout.root} was written by a newer version (${found})`);
}
