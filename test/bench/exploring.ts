import { setTimeout as pause } from 'node:timers/promises';
import { openTerminal, type TestTerminal } from '../terminal/terminal.ts';
import { type Cost, meterEnvironment, metered, meteredCost } from './metered.ts';
import { inTurns, type Ratio, ratio } from './ratio.ts';

const ROUNDS = 3;
const MOVES = 300;

interface Visit {
  readonly cost: Cost;
  /** Bytes written to the terminal until the fleet showed, and while the cursor moved. */
  readonly firstBytes: number;
  readonly moveBytes: number;
}

/** What the explorer costs on a large fleet: to open, and to move the cursor down, one key after the other. */
export async function exploringRatios(folder: string, store: string): Promise<readonly Ratio[]> {
  const { bare, opened, moved } = await inTurns(ROUNDS, {
    bare: () => metered(folder, ['-e', '0']),
    opened: () => visit(folder, store, 0),
    moved: () => visit(folder, store, MOVES),
  });
  const bareCpu = bare.map(({ cpu }) => cpu);
  const openCpu = opened.map(({ cost }) => cost.cpu);
  const moveCpu = moved.map(({ cost }, round) => cost.cpu - (openCpu[round] ?? 0));
  const openPeak = opened.map(({ cost }) => cost.peak);
  return [
    ratio(['explorer opened and left: CPU', 'node -e 0'], openCpu, bareCpu, 18),
    ratio(
      ['explorer opened and left: peak memory', 'node -e 0'],
      openPeak,
      bare.map(({ peak }) => peak),
      3.2,
    ),
    ratio([`explorer: CPU of ${MOVES} moves of the cursor`, 'node -e 0'], moveCpu, bareCpu, 50),
    ratio(
      ['explorer: bytes of a move', 'bytes of the first frame'],
      moved.map(bytesOfMove),
      moved.map(firstBytes),
      0.12,
    ),
  ];
}

async function visit(folder: string, store: string, moves: number): Promise<Visit> {
  const args = ['browse', '--store', store];
  const terminal = openTerminal({ program: 'bin/parcours.js', args, environment: meterEnvironment(folder) });
  await terminal.shows('pc-0001');
  await terminal.settled();
  const firstBytes = bytesOf(terminal);
  for (let move = 0; move < moves; move++) await answered(terminal, 'down');
  const moveBytes = bytesOf(terminal) - firstBytes;
  terminal.send('q');
  await terminal.exited();
  return { cost: meteredCost(folder), firstBytes, moveBytes };
}

/** Presses a key and waits until the screen begins to answer. */
async function answered(terminal: TestTerminal, key: string): Promise<void> {
  const before = terminal.output().length;
  terminal.send(key);
  while (terminal.output().length === before) await pause(1);
}

function bytesOf(terminal: TestTerminal): number {
  return Buffer.byteLength(terminal.output());
}

function bytesOfMove({ moveBytes }: Visit): number {
  return moveBytes / MOVES;
}

function firstBytes(visit: Visit): number {
  return visit.firstBytes;
}
