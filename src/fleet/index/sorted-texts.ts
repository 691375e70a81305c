import { compareTexts } from '../../model/order.ts';

/** What a text is sorted by: a time in ISO 8601, then the machine, then its snapshot. */
export interface TextKey {
  readonly time: string;
  readonly id: string;
  readonly seq: number;
}

interface Kept extends TextKey {
  readonly bytes: Buffer;
}

/** Texts of many files, kept out of the heap until each file is written. */
export class SortedTexts {
  readonly #files = new Map<string, Kept[]>();

  add(file: string, key: TextKey, text: string): void {
    const kept = { ...key, bytes: Buffer.from(text) };
    const others = this.#files.get(file);
    if (others) others.push(kept);
    else this.#files.set(file, [kept]);
  }

  /** Each file with its texts in order. */
  *inOrder(): Generator<readonly [file: string, texts: readonly Buffer[]]> {
    for (const [file, kept] of [...this.#files].sort(([a], [b]) => compareTexts(a, b))) {
      yield [file, kept.sort(inOrder).map(({ bytes }) => bytes)];
      this.#files.delete(file);
    }
  }
}

function inOrder(a: TextKey, b: TextKey): number {
  return compareTexts(a.time, b.time) || compareTexts(a.id, b.id) || a.seq - b.seq;
}
