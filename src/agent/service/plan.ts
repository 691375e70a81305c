import type { Schedule } from './schedule.ts';

/** What is to run by itself. */
export interface Plan {
  /** The program and its arguments; paths are absolute. */
  readonly command: readonly string[];
  readonly schedule: Schedule;
  readonly stateFolder: string;
  /** Folders in which a run writes beside its state. */
  readonly writable: readonly string[];
}

/** A file that a scheduler reads. */
export interface ServiceFile {
  readonly path: string;
  readonly text: string;
  readonly mode?: number;
  readonly encoding?: 'utf16le';
}

/** A program and its arguments. */
export type Call = readonly [program: string, ...args: string[]];

/** Stands in every file that is written. */
export const ORIGIN = 'Written by "parcours service install"; "parcours service uninstall" takes it away.';
