import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessDamaged } from '../../model/errors.ts';
import { readDocument, writeDocument } from '../../store/durable.ts';
import type { LogSizes } from './change-log.ts';

/** `marks.json`: how far the index follows the histories. It is written last, so that it never says too much. */
export interface Marks {
  readonly version: number;
  readonly sizes: LogSizes;
  /** The newest snapshot told of, by id of the machine. */
  readonly machines: Readonly<Record<string, number>>;
}

/** Undefined where there is no index, or none that can be believed. */
export async function readMarks(index: string): Promise<Marks | undefined> {
  return unlessDamaged(readDocument(marksPath(index), isMarks));
}

export async function writeMarks(index: string, marks: Omit<Marks, 'version'>): Promise<void> {
  const machines = Object.fromEntries(Object.entries(marks.machines).sort(([a], [b]) => (a < b ? -1 : 1)));
  const sizes = Object.fromEntries(Object.entries(marks.sizes).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeDocument(marksPath(index), { version: VERSION, sizes, machines } satisfies Marks);
}

/** What is about to be written again cannot be believed until it is. */
export async function dropMarks(index: string): Promise<void> {
  await rm(marksPath(index), { force: true });
}

export function marksPath(index: string): string {
  return join(index, 'marks.json');
}

const VERSION = 1;

export function isMarks(data: unknown): data is Marks {
  const { version, sizes, machines } = Object(data);
  return version === VERSION && typeof sizes === 'object' && typeof machines === 'object';
}
