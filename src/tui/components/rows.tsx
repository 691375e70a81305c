import { Text, Transform } from 'ink';
import { useMemo } from 'react';
import type { Line } from '../line.ts';
import type { Theme } from '../theme.ts';

interface RowsProps {
  readonly lines: readonly Line[];
  readonly width: number;
  readonly theme: Theme;
}

/**
 * Lines that are already laid out. Ink gets a block of plain letters of the same size to place, which costs it nothing to
 * measure, and each row of it is replaced by the real one when the frame is composed.
 */
export function Rows({ lines, width, theme }: RowsProps) {
  const standIn = useMemo(() => Array(lines.length).fill('x'.repeat(width)).join('\n'), [lines.length, width]);
  return (
    <Transform transform={(_, index) => theme.paint(lines[index] ?? [])}>
      <Text>{standIn}</Text>
    </Transform>
  );
}
