import { decodeKeys, flushKeys, type Key } from './keys.ts';

/** Reads the keyboard: calls back once for each chunk with all its keys, and at its end. Returns the way to stop. */
export function readKeys(
  stdin: NodeJS.ReadStream,
  onKeys: (keys: readonly Key[]) => void,
  onEnd: () => void,
): () => void {
  let rest = '';
  let timer: NodeJS.Timeout | undefined;

  function accept(chunk: string): void {
    clearTimeout(timer);
    const decoded = decodeKeys(rest + chunk);
    rest = decoded.rest;
    if (rest !== '') timer = setTimeout(flush, ESCAPE_DELAY);
    if (decoded.keys.length > 0) onKeys(decoded.keys);
  }

  function flush(): void {
    const keys = flushKeys(rest);
    rest = '';
    onKeys(keys);
  }

  stdin.setEncoding('utf8');
  stdin.setRawMode(true);
  stdin.on('data', accept);
  stdin.once('end', onEnd);
  stdin.resume();
  return () => {
    clearTimeout(timer);
    stdin.off('data', accept);
    stdin.off('end', onEnd);
    stdin.setRawMode(false);
    stdin.pause();
  };
}

/** How long the rest of an escape sequence may take, in milliseconds. */
const ESCAPE_DELAY = 40;
