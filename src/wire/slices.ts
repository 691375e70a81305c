/** Bytes in pieces small enough that work on one never holds the event loop for long. */
export function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += SLICE) yield bytes.subarray(at, at + SLICE);
}

const SLICE = 64 * 2 ** 10;
