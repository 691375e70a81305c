import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { explain, ParcoursError, systemCode } from '../model/errors.ts';
import type { Log } from '../model/log.ts';
import { type Bookmarks, bookmarksFrom, keptBookmarks } from './bookmarks.ts';
import { type FleetColumnId, isFleetColumn } from './fleet-columns.ts';
import { queriesFrom, type SavedQuery } from './saved-queries.ts';

/** What the explorer remembers from one time to the next: how a person likes the list, and what they ran. */
export interface Memory {
  /** The columns of the fleet, in order; undefined while nobody chose. */
  readonly columns?: readonly FleetColumnId[];
  /** Cells of a column that somebody made wider or narrower. */
  readonly widths: Readonly<Partial<Record<FleetColumnId, number>>>;
  /** Names typed into the palette, the last one last. */
  readonly commands: readonly string[];
  /** What was filtered or searched for, the last one last. */
  readonly filters: readonly string[];
  readonly marks: Bookmarks;
  readonly queries: readonly SavedQuery[];
}

export const NO_MEMORY: Memory = { widths: {}, commands: [], filters: [], marks: {}, queries: [] };

/** A file that is missing is none; one that cannot be read or makes no sense is left alone and nothing is remembered. */
export function readMemory(path: string, log: Log): Memory {
  try {
    return memoryOf(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') {
      log.warn('explorer: what it remembers cannot be read', { path, reason: explain(error) });
    }
    return NO_MEMORY;
  }
}

/** Whole or not at all; a folder that cannot be written costs the memory, never the explorer. */
export function writeMemory(path: string, memory: Memory, log: Log): void {
  const unfinished = `${path}.${process.pid}.new`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(unfinished, `${JSON.stringify({ ...memory, marks: keptBookmarks(memory.marks) }, undefined, 2)}\n`, {
      mode: 0o600,
    });
    renameSync(unfinished, path);
  } catch (error) {
    log.warn('explorer: what it remembers cannot be written', { path, reason: explain(error) });
  }
}

/** Only what is as expected: the file may be of another version, or edited by hand. */
function memoryOf(found: unknown): Memory {
  if (typeof found !== 'object' || found === null) throw new ParcoursError('bad-input', 'not an object');
  const { columns, widths, commands, filters, marks, queries } = found as Record<string, unknown>;
  const chosen = Array.isArray(columns) ? columns.filter(isFleetColumn) : [];
  return {
    ...(chosen.length > 0 && { columns: [...new Set(chosen)] }),
    widths: Object.fromEntries(
      Object.entries(widths ?? {}).filter(([id, cells]) => isFleetColumn(id) && Number.isInteger(cells) && cells > 0),
    ),
    commands: textsFrom(commands),
    filters: textsFrom(filters),
    marks: bookmarksFrom(marks),
    queries: queriesFrom(queries),
  };
}

function textsFrom(found: unknown): readonly string[] {
  return Array.isArray(found) ? found.filter((text) => typeof text === 'string').slice(-MAX_COMMANDS) : [];
}

export const MAX_COMMANDS = 50;
