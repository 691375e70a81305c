import { Box } from 'ink';
import { useSyncExternalStore } from 'react';
import { isTooSmall, MIN_SIZE } from '../area.ts';
import { layoutOf } from '../layout.ts';
import { fitLine, line } from '../line.ts';
import type { Session } from '../session.ts';
import { type Size, type State, textsOf } from '../state.ts';
import type { Theme } from '../theme.ts';
import { Rows } from './rows.tsx';

interface AppProps {
  readonly session: Session;
  readonly theme: Theme;
}

/** The explorer: title, heads, body and foot bar, one under the other. */
export function App({ session, theme }: AppProps) {
  const state = useSyncExternalStore(session.subscribe, session.state);
  const { columns, rows } = state.size;
  if (isTooSmall(state)) return <TooSmall state={state} theme={theme} />;
  const { title, head, body, foot } = layoutOf(state);
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Rows lines={[title, ...head]} width={columns} theme={theme} />
      <Rows lines={body} width={columns} theme={theme} />
      <Rows lines={[foot]} width={columns} theme={theme} />
    </Box>
  );
}

function TooSmall({ state, theme }: { readonly state: State; readonly theme: Theme }) {
  const { columns } = state.size;
  const text = textsOf(state).tooSmall(sizeText(MIN_SIZE), sizeText(state.size));
  return <Rows lines={[fitLine(line(text), columns)]} width={columns} theme={theme} />;
}

function sizeText({ columns, rows }: Size): string {
  return `${columns}x${rows}`;
}
