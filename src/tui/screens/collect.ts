import type { Place } from '../../fleet/fleet.ts';
import { formatNumber } from '../../i18n/format.ts';
import { type Body, messageBody } from '../body.ts';
import type { Collecting, LogLine } from '../collecting.ts';
import { EMPTY_LINE, type Line, line, type Role, span } from '../line.ts';
import { answerTo, machinesQuery, type Query } from '../queries.ts';
import { remember } from '../remember.ts';
import type { CollectRoute } from '../routes.ts';
import { type State, textsOf } from '../state.ts';
import { wrap } from '../width.ts';
import { changesAside, changesQueries, changesQuery, deltaLines, hasAside } from './changes-aside.ts';
import { machineName } from './lookups.ts';
import type { Screen } from './screen.ts';

/** An inventory of this machine as it is made, line by line, then what it changed. */
export const collectScreen: Screen<CollectRoute> = {
  headHeight: 2,
  margin: 0,
  queries: (state) => {
    const place = placeIn(state);
    return [machinesQuery(state), ...(place && !hasAside(state) ? deltaQueriesOf(state, place) : [])];
  },
  besideQueries: (state) => changesQueries(state, placeIn(state)),
  crumbs: (state) => {
    const place = placeIn(state);
    return [textsOf(state).title, textsOf(state).collect.title, ...(place ? [machineName(state, place.id)] : [])];
  },
  status: ({ collecting, ...state }) => {
    const count = collecting?.lines.length ?? 0;
    return textsOf(state).collect.lines(formatNumber(state.language, count), count === 1);
  },
  head: (state) => [phaseLine(state), EMPTY_LINE],
  body: collectBody,
  aside: (state) => (placeIn(state) ? changesAside(state, placeIn(state)) : undefined),
};

function placeIn({ collecting }: State): Place | undefined {
  return collecting?.collected?.place;
}

function deltaQueriesOf(state: State, place: Place): readonly Query[] {
  const delta = changesQuery(state, place);
  return [{ kind: 'timeline', id: place.id }, ...(delta ? [delta] : [])];
}

function phaseLine(state: State): Line {
  const texts = textsOf(state).collect;
  const { phase, collected, reason = '' } = state.collecting ?? { phase: 'failed', reason: texts.unable };
  if (collected) {
    const seq = formatNumber(state.language, collected.place.seq);
    return line(collected.isNew ? texts.isNew(seq) : texts.same(seq), 'strong');
  }
  if (phase === 'stopped') return line(texts.stopped, 'warning');
  return phase === 'failed'
    ? line(texts.failed(reason), 'warning')
    : line(texts[phase === 'stopping' ? phase : 'running']);
}

function collectBody(state: State, _: CollectRoute, width: number): Body {
  const { collecting } = state;
  if (!collecting) return messageBody([]);
  const lines = [...logLines(collecting.lines, width), ...newsLines(state, collecting, width)];
  return { keys: lines.map((_line, index) => String(index)), line: (index) => lines[index] ?? EMPTY_LINE };
}

const logLines = remember((lines: readonly LogLine[], width: number): readonly Line[] =>
  lines.flatMap(({ level, milliseconds, text }) => {
    const time = `${(milliseconds / 1000).toFixed(3).padStart(TIME)} `;
    return wrap(text, Math.max(1, width - time.length)).map((part, index): Line => {
      return [span(index === 0 ? time : ' '.repeat(time.length), 'dim'), span(part, levelRoles[level])];
    });
  }),
);

/** What the new snapshot changed, below its log where there is no room beside. */
function newsLines(state: State, { collected }: Collecting, width: number): readonly Line[] {
  if (!collected?.isNew || hasAside(state)) return [];
  const query = changesQuery(state, collected.place);
  const delta = query && answerTo(state.cache, query)?.value;
  return delta ? [EMPTY_LINE, phaseLine(state), ...deltaLines(state, delta.sections, width)] : [];
}

const levelRoles: Readonly<Record<LogLine['level'], Role | undefined>> = {
  info: 'strong',
  warn: 'warning',
  debug: undefined,
  trace: 'dim',
};

/** Cells of `12.345`. */
const TIME = 7;
