import type { Label } from '../model/descriptor.ts';
import { present } from '../model/present.ts';
import type { Answers, Value } from './answers.ts';
import { type AutoPart, wholeRun } from './auto-run.ts';
import { type Entry, type ManualSheet, spentOn } from './sheet.ts';
import { elapsed } from './stopwatch.ts';
import type { Template } from './template.ts';
import { judge, type Verdict } from './verdict.ts';

/** A field of the sheet, by hand and by the agent. */
export interface ComparedField {
  readonly id: string;
  readonly label: Label;
  readonly weight: number;
  readonly entry?: Entry;
  readonly value?: Value;
  readonly verdict: Verdict;
  /** Seconds spent on it by hand. */
  readonly seconds: number;
}

/** One way to fill the sheet. */
export interface Side {
  /** Percent of the weights; undefined where nothing could be compared. */
  readonly accuracy?: number;
  readonly correct: number;
  readonly seconds: number;
  readonly secondsPerCorrect?: number;
}

export interface Comparison {
  readonly fields: readonly ComparedField[];
  /** Of what the agent knows, what the person has right. */
  readonly manual: Side;
  /** Of the whole sheet, what the agent knows. */
  readonly auto: Side;
}

export function compare(template: Template, manual: ManualSheet, auto: AutoPart): Comparison {
  const fields = compareFields(template, manual, auto.answers);
  const comparable = fields.filter(({ verdict }) => isComparable(verdict));
  const right = fields.filter(({ verdict }) => isRight(verdict));
  return {
    fields,
    manual: side(right, comparable, elapsed(manual.watch) / 1000),
    auto: side(comparable, fields, wholeRun(auto).milliseconds / 1000),
  };
}

export function isRight(verdict: Verdict): boolean {
  return verdict === 'exact' || verdict === 'equal' || verdict === 'close';
}

/** Both could know it. */
export function isComparable(verdict: Verdict): boolean {
  return isRight(verdict) || verdict === 'wrong' || verdict === 'missing';
}

function compareFields({ fields }: Template, manual: ManualSheet, answers: Answers): readonly ComparedField[] {
  return fields.map((field) => {
    const { id, label, weight } = field;
    const entry = manual.entries[id];
    const { verdict, value } = judge(field, entry, answers[id] ?? { lack: 'not-collected' });
    return { id, label, weight, verdict, seconds: spentOn(manual, id) / 1000, ...present({ entry, value }) };
  });
}

function side(right: readonly ComparedField[], all: readonly ComparedField[], seconds: number): Side {
  const [correct, weight] = [right.length, weightOf(all)];
  return {
    correct,
    seconds,
    ...(weight > 0 && { accuracy: (weightOf(right) / weight) * 100 }),
    ...(correct > 0 && { secondsPerCorrect: seconds / correct }),
  };
}

function weightOf(fields: readonly ComparedField[]): number {
  return fields.reduce((sum, { weight }) => sum + weight, 0);
}
