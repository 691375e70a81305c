import type systeminformation from 'systeminformation';
import type { Host, PortableFunction } from '../../model/host.ts';
import { meaningful } from '../sources/meaningful.ts';

type Answer<F extends PortableFunction> = Awaited<ReturnType<(typeof systeminformation)[F]>>;

/** One function of systeminformation. Loaded only when asked for: importing it costs as much as a whole Linux run. */
export async function callPortable(name: PortableFunction): Promise<unknown> {
  const { default: loaded } = await import('systeminformation');
  return loaded[name]();
}

/** What it says of a host, typed; undefined where it says nothing. */
export async function ask<F extends PortableFunction>(host: Host, name: F): Promise<Answer<F> | undefined> {
  return ((await host.portable(name)) ?? undefined) as Answer<F> | undefined;
}

/** It fills what it does not know with 0, -1 or null. */
export function known(value: number | null | undefined): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined;
}

/** … and texts with '' or '-'. */
export function knownText(value: unknown): string | undefined {
  return typeof value === 'string' ? meaningful(value) : undefined;
}

export function mebibytes(bytes: number | null | undefined): number | undefined {
  return known(bytes) && Math.floor(Number(bytes) / 1024 / 1024);
}
