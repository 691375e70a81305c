import Output from '../../node_modules/ink/build/output.js';

/** What of Ink's own frame the fast path reads. */
interface Frame {
  readonly width: number;
  readonly height: number;
  readonly operations: readonly Operation[];
}

interface Operation {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly transformers: readonly ((text: string, index: number) => string)[];
}

type Compositor = (this: Frame) => { output: string; height: number };

/**
 * Makes Ink compose a frame by rows instead of cell by cell. A frame that is not only plain ASCII stand-ins side by side
 * goes to Ink's own compositor; both paint the same. Ink hides the class from its exports, a file path does not.
 *
 * @returns the way to undo it; undefined where the class is not as expected, and Ink stays as it is
 */
export function installFastOutput(): (() => void) | undefined {
  const prototype = Output.prototype as unknown as { get: Compositor };
  const slow = prototype.get;
  if (!looksAsExpected(slow)) return undefined;
  prototype.get = function fast() {
    return composeRows(this) ?? slow.call(this);
  };
  return () => {
    prototype.get = slow;
  };
}

function looksAsExpected(get: unknown): boolean {
  const probe = new Output({ width: 2, height: 1 }) as unknown as Partial<Frame>;
  return typeof get === 'function' && Array.isArray(probe.operations) && probe.width === 2 && probe.height === 1;
}

/** The frame as Ink would give it; undefined where rows overlap, leave the frame, or are not plain. */
function composeRows({ operations, width, height }: Frame): ReturnType<Compositor> | undefined {
  const rows: (string | undefined)[] = new Array(height).fill(undefined);
  for (const operation of operations) {
    if (operation.type !== 'write' || operation.x !== 0) return undefined;
    for (const [index, plain] of operation.text.split('\n').entries()) {
      const y = operation.y + index;
      if (y < 0 || y >= height || rows[y] !== undefined || plain.length > width || !PLAIN.test(plain)) return undefined;
      rows[y] = operation.transformers.reduce((text, transform) => transform(text, index), plain);
    }
  }
  return { output: rows.map((row) => row?.trimEnd() ?? '').join('\n'), height };
}

const PLAIN = /^[\x20-\x7e]*$/;
