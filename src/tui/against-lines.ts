import { baselineChoices, pickable, snapshotText } from './against.ts';
import { type Line, line, opposite, span } from './line.ts';
import { menuLines } from './menu-lines.ts';
import { answerTo } from './queries.ts';
import { machineName } from './screens/lookups.ts';
import type { Overlay, Size, State } from './state.ts';
import { textsOf } from './state.ts';
import { inputSpans } from './typing-line.ts';
import { fitText, widthOf, wrap } from './width.ts';

type Of<K extends Overlay['kind']> = Extract<Overlay, { kind: K }>;

/** The machines to compare with, and what is typed to find one. */
export function pickLines(state: State, { of, input, selected }: Of<'pick'>, area: Size): readonly Line[] {
  const { compare } = textsOf(state);
  const found = pickable(state, of, input.text);
  const prompt: Line = [span(` ${compare.withMachine(machineName(state, of.id))} `, 'key'), ...inputSpans(input)];
  if (found.length === 0) return [prompt, line(`  ${compare.noMachine}`, 'dim')];
  const widest = Math.min(MAX_NAME, Math.max(...found.map(({ name }) => widthOf(name))));
  const choices = found.map(({ name, tag, model, os }): Line => {
    const alike = [tag, model, os].filter((text) => text !== undefined).join(' · ');
    return [span(`  ${fitText(name, widest)}  `), span(alike, 'dim')];
  });
  return [prompt, ...menuLines(choices, selected, area)];
}

export function baselineLines(state: State, { of, selected }: Of<'baselines'>, area: Size): readonly Line[] {
  const choices = baselineChoices(state, of).map(({ name, origin }) =>
    opposite([span(`  ${name}`)], [span(`${origin} `, 'dim')], area.columns),
  );
  const title = textsOf(state).compare.withBaseline(machineName(state, of.id));
  return [line(` ${title}`, 'key'), ...menuLines(choices, selected, area)];
}

export function namingLines(state: State, { of, input, refused }: Of<'naming'>, { columns }: Size): readonly Line[] {
  const { compare } = textsOf(state);
  const prompt = compare.naming(machineName(state, of.id), snapshotText(state, of));
  const same = answerTo(state.cache, { kind: 'baselines' })?.value?.find(({ name }) => name === input.text.trim());
  const hint = same ? compare.replaces(`${machineName(state, same.id)} #${same.seq}`) : compare.nameRule;
  const below = wrap(refused ?? hint, columns - 2);
  return [
    [span(` ${prompt} `, 'key'), ...inputSpans(input)],
    ...below.map((text) => line(` ${text}`, refused === undefined && !same ? 'dim' : 'warning')),
  ];
}

const MAX_NAME = 24;
