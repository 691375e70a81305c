import { Box, render } from 'ink';
import { afterEach, expect, it } from 'vitest';
import { Rows } from '../../src/tui/components/rows.tsx';
import { installFastOutput } from '../../src/tui/fast-output.ts';
import { span } from '../../src/tui/line.ts';
import { createScreen } from '../../src/tui/screen.ts';
import { themeOf } from '../../src/tui/theme.ts';

let remove: (() => void) | undefined;
afterEach(() => remove?.());

const lines = [[span('plain ')], [span('marked', 'emphasis'), span(' 東京')]];

function frameOf(): string {
  const frames: string[] = [];
  const { stream } = createScreen({ columns: 20, rows: 4, write: () => true, on() {}, once() {}, off() {} });
  stream.write = (frame: unknown) => frames.push(String(frame)) > 0;
  const theme = themeOf({ LANG: 'C.UTF-8' });
  const app = render(
    <Box flexDirection="column" width={20} height={4}>
      <Rows lines={lines} width={20} theme={theme} />
      <Rows lines={lines} width={20} theme={theme} />
    </Box>,
    { stdout: stream, debug: true, patchConsole: false, exitOnCtrlC: false },
  );
  app.unmount();
  return frames.find((frame) => frame.includes('plain')) ?? '';
}

it('puts prepared rows on the screen as they are, byte for byte', () => {
  remove = installFastOutput();
  const painted = 'plain\n\x1b[1;4mmarked\x1b[22;24m 東京';
  expect(frameOf()).toBe(`${painted}\n${painted}`);
});

it('shows the same text where Ink composes it alone', () => {
  remove = installFastOutput();
  const fast = frameOf();
  remove?.();
  const bare = (frame: string) => frame.replace(/\x1b\[[\d;]*m/g, '');
  expect(bare(frameOf())).toBe(bare(fast));
});
