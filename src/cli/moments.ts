import type { FleetQuestions } from '../fleet/fleet.ts';
import { timeOf } from '../fleet/when.ts';
import { problem } from '../i18n/problem.ts';
import type { Context } from './command.ts';
import type { OptionName } from './options.ts';

/** The time an option names, in milliseconds since 1970; of a day its start or its end. Undefined where it is not given. */
export function momentOption(
  { args }: Pick<Context, 'args'>,
  fleet: Pick<FleetQuestions, 'now'>,
  option: OptionName,
  edge: 'start' | 'end',
): number | undefined {
  const text = args.text(option);
  if (text === undefined) return undefined;
  const time = timeOf(text, fleet.now(), edge);
  if (time !== undefined) return time;
  throw problem('usage', 'noMoment', option);
}
