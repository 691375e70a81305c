import type { Language } from '../../src/i18n/language.ts';
import { silentLog } from '../../src/model/log.ts';
import type { Collect } from '../../src/tui/collecting.ts';
import { layoutOf } from '../../src/tui/layout.ts';
import { type Line, lineWidth, textOf } from '../../src/tui/line.ts';
import type { AskedFleet } from '../../src/tui/queries.ts';
import type { Route } from '../../src/tui/routes.ts';
import { rested } from '../../src/tui/script.ts';
import { createSession } from '../../src/tui/session.ts';
import { initialState, type Size, type State } from '../../src/tui/state.ts';
import { type FakeFleet, fakeFleet } from './fake-fleet.ts';
import { madeFleet, NOW } from './made-machines.ts';

// The screens show times in the zone of whoever reads them; the tests expect those of one.
process.env['TZ'] = 'UTC';

export interface PilotOptions {
  readonly fleet?: AskedFleet & Pick<FakeFleet, 'write'>;
  readonly language?: Language;
  readonly size?: Size;
  readonly initial?: Route;
  readonly collect?: Collect;
}

/** The explorer without a terminal: keys in, lines out. */
export interface Pilot {
  press(...names: readonly string[]): Promise<void>;
  /** All at once, without waiting for an answer. */
  send(...names: readonly string[]): void;
  type(text: string): Promise<void>;
  settled(): Promise<void>;
  state(): State;
  lines(): readonly string[];
  text(): string;
  widths(): readonly number[];
}

export async function pilot(options: PilotOptions = {}): Promise<Pilot> {
  const { fleet = fakeFleet(madeFleet()), language = 'en', size = { columns: 80, rows: 24 }, initial } = options;
  const { collect } = options;
  const start = { language, size, now: NOW, ...(initial && { initial }) };
  const session = createSession(fleet, initialState(start), silentLog, fleet.write, undefined, collect);
  fleet.watch(() => session.dispatch({ type: 'changed' }));

  async function settled(): Promise<void> {
    await rested(session);
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
  }

  const layoutLines = (): readonly Line[] => {
    const { title, head, body, foot } = layoutOf(session.state());
    return [title, ...head, ...body, foot];
  };
  const press = async (keys: readonly { name: string; text?: string }[]) => {
    for (const key of keys) {
      session.dispatch({ type: 'pressed', keys: [key] });
      await settled();
    }
  };
  const keyOf = (name: string) => (name.length === 1 ? { name, text: name } : { name });
  await settled();
  return {
    settled,
    press: (...names) => press(names.map(keyOf)),
    send: (...names) => session.dispatch({ type: 'pressed', keys: names.map(keyOf) }),
    type: (text) => press([...text].map((name) => ({ name, text: name }))),
    state: session.state,
    lines: () => layoutLines().map((line) => textOf(line).trimEnd()),
    text: () =>
      layoutLines()
        .map((line) => textOf(line).trimEnd())
        .join('\n'),
    widths: () => layoutLines().map(lineWidth),
  };
}
