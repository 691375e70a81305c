import { join, relative } from 'node:path';
import { isDamage } from '../../model/errors.ts';
import { readBytes, readDocument } from '../../store/durable.ts';
import type { Finding } from '../../store/fsck.ts';
import { layoutOf } from '../../store/layout.ts';
import { monthPath } from './change-log.ts';
import { dayPath, knownDays, readDay } from './day-files.ts';
import { isMarks, marksPath } from './marks.ts';
import { verifyPackages } from './package-codec.ts';
import { valuesPath } from './values-file.ts';

/** Reads all of the index but the list of the fleet. An index that is old, or missing, is no finding. */
export async function checkIndex(dir: string): Promise<readonly Finding[]> {
  const { root, index } = layoutOf(dir);
  const [changes, days] = [join(index, 'changes'), join(index, 'days')];
  const marks = await damageOf(readDocument(marksPath(index), isMarks));
  const damaged = [
    ...(marks.isDamaged ? [marksPath(index)] : []),
    ...((await isSound(valuesPath(index))) ? [] : [valuesPath(index)]),
  ];
  for (const [month, size] of Object.entries(marks.value?.sizes ?? {})) {
    const path = monthPath(changes, month);
    const bytes = await readBytes(path);
    if (bytes?.at(size - 1) !== NEWLINE) damaged.push(path);
  }
  for (const day of await knownDays(days)) {
    if ((await damageOf(readDay(days, day))).isDamaged) damaged.push(dayPath(days, day));
  }
  return damaged.map((path) => ({ kind: 'index-damaged', path: relative(root, path), repairable: true }));
}

const NEWLINE = 0x0a;

async function isSound(path: string): Promise<boolean> {
  const bytes = await readBytes(path);
  return bytes === undefined || verifyPackages(bytes);
}

async function damageOf<T>(reading: Promise<T>): Promise<{ readonly isDamaged: boolean; readonly value?: T }> {
  try {
    return { isDamaged: false, value: await reading };
  } catch (error) {
    if (isDamage(error)) return { isDamaged: true };
    throw error;
  }
}
