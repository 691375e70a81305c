/** /proc/PID/stat, proc_pid_stat(5). */
export interface ProcessStat {
  /** Up to 15 characters of the program's name. */
  readonly name: string;
  /** Processor time used, in clock ticks. */
  readonly ticks: number;
  /** Clock ticks after the kernel's start. */
  readonly startedAt: number;
  readonly virtualBytes: number;
  /** Device number of its terminal; 0 where it has none. */
  readonly terminal: number;
}

/** Clock ticks in a second: the same on every Linux machine, whatever its kernel counts with. */
export const TICKS = 100;

/** The name stands in brackets and may hold brackets and blanks; what is counted begins with the state after it. */
export function parseProcessStat(text: string): ProcessStat | undefined {
  const [, name, rest = ''] = /^\d+ \((.*)\) (\S .*)$/s.exec(text.trim()) ?? [];
  const fields = rest.split(' ').map(Number);
  const field = (number: number) => fields[number - 3] ?? 0;
  if (name === undefined) return undefined;
  return {
    name,
    terminal: field(7),
    ticks: field(14) + field(15),
    startedAt: field(22),
    virtualBytes: field(23),
  };
}

const PSEUDO_TERMINALS = { first: 136, last: 143 };
const CONSOLE = 4;

/** `pts/3` and `tty1`, from the major and minor number; undefined for none and for any other. */
export function terminalName(device: number): string | undefined {
  const major = (device >> 8) & 0xfff;
  const minor = (device & 0xff) | ((device >> 12) & 0xfff00);
  if (major >= PSEUDO_TERMINALS.first && major <= PSEUDO_TERMINALS.last)
    return `pts/${(major - PSEUDO_TERMINALS.first) * 256 + minor}`;
  return major === CONSOLE && minor < 64 ? `tty${minor}` : undefined;
}
