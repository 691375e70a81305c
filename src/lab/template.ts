/** The classroom: a sheet filled by hand against a stopwatch, the same filled by the agent, and what that teaches. */

import type { SectionName } from '../model/catalogue.ts';
import type { Label } from '../model/descriptor.ts';

/** A sheet as a teacher wrote it. An exercise keeps a copy, so that a later edit changes no exercise. */
export interface Template {
  /** A short name, for files. */
  readonly name: string;
  readonly title: Label;
  readonly competences: readonly Competence[];
  /** What the course says an inventory takes. */
  readonly course: readonly CourseFigure[];
  readonly fields: readonly SheetField[];
}

export interface Competence {
  readonly code: string;
  readonly label: Label;
}

/** Minutes for a fleet of so many machines. */
export interface CourseFigure {
  readonly machines: number;
  /** Undefined where the course calls it unrealistic. */
  readonly manualMinutes?: number;
  readonly autoMinutes: number;
}

export const platforms = ['windows', 'linux'] as const;
export type Platform = (typeof platforms)[number];

export const sheetTypes = ['text', 'number', 'date', 'ip', 'mac'] as const;
export type SheetType = (typeof sheetTypes)[number];

export const sheetUnits = ['MB', 'MiB', 'GB', 'GiB', 'TB', 'TiB', 'MHz', 'GHz'] as const;
export type SheetUnit = (typeof sheetUnits)[number];

export interface SheetField {
  /** What answers are kept under. */
  readonly id: string;
  readonly label: Label;
  /** Where to look. */
  readonly hint: Readonly<Record<Platform, Label>>;
  readonly type: SheetType;
  /** What a bare number means; only of a number. */
  readonly unit?: SheetUnit;
  /** How far a number may be off, in percent of the automatic one; 0 by default. */
  readonly tolerance?: number;
  /** How much the field counts. */
  readonly weight: number;
  /** Code of a competence of the template. */
  readonly competence: string;
  /** Where an inventory holds the answer, best place first; empty where no agent can know it. */
  readonly sources: readonly Source[];
}

export const rowUses = ['any', 'sum', 'count'] as const;

/** A field of a section of the catalogue. */
export interface Source {
  readonly section: SectionName;
  readonly field: string;
  /** Of several rows: any may be the answer (by default), their sum, or how many have a value. */
  readonly rows?: (typeof rowUses)[number];
}
