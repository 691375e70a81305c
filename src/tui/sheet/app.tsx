import { Box } from 'ink';
import { useSyncExternalStore } from 'react';
import { MIN_SIZE } from '../area.ts';
import { Rows } from '../components/rows.tsx';
import { fitLine, line } from '../line.ts';
import type { Size } from '../state.ts';
import type { Theme } from '../theme.ts';
import { sheetLines } from './layout.ts';
import type { SheetSession } from './session.ts';
import { sheetTexts } from './state.ts';

interface SheetAppProps {
  readonly session: SheetSession;
  readonly theme: Theme;
}

/** The form: title, fields, where to look, keys. */
export function SheetApp({ session, theme }: SheetAppProps) {
  const state = useSyncExternalStore(session.subscribe, session.state);
  const { columns, rows } = state.size;
  const isTooSmall = columns < MIN_SIZE.columns || rows < MIN_SIZE.rows;
  const lines = isTooSmall
    ? [fitLine(line(sheetTexts(state).tooSmall(sizeText(MIN_SIZE), sizeText(state.size))), columns)]
    : sheetLines(state);
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Rows lines={lines} width={columns} theme={theme} />
    </Box>
  );
}

function sizeText({ columns, rows }: Size): string {
  return `${columns}x${rows}`;
}
