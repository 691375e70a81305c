type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What tells the terminal to copy a text (OSC 52), through tmux and screen too; undefined where the terminal cannot, or
 * would drop a text this long.
 */
export function copySequence(text: string, environment: Environment): string | undefined {
  const { TERM = '', TMUX, STY } = environment;
  const encoded = Buffer.from(text, 'utf8').toString('base64');
  if (encoded.length > MAX_ENCODED || TERM === 'linux' || TERM.startsWith('vt')) return undefined;
  const sequence = `\x1b]52;c;${encoded}\x07`;
  if (TMUX) return `\x1bPtmux;${sequence.replaceAll('\x1b', '\x1b\x1b')}\x1b\\`;
  return STY ? inPieces(sequence) : sequence;
}

/** screen passes on strings of no more than 768 bytes. */
function inPieces(sequence: string): string {
  return (sequence.match(/.{1,700}/gs) ?? []).map((piece) => `\x1bP${piece}\x1b\\`).join('');
}

/** What xterm takes. */
const MAX_ENCODED = 74_994;
