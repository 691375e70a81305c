/** Where answers that take long stay from one run to the next. */
export interface Memory {
  /** Undefined where there is none, or none that can be read. */
  recall(name: string): Promise<string | undefined>;
  /** Keeps it if it can. */
  keep(name: string, text: string): Promise<void>;
}

/** The answer of an earlier run with the same stamp, else that of the work, which then is kept. */
export async function remember<T>(memory: Memory, name: string, stamp: string, work: () => Promise<T>): Promise<T> {
  const known = parseAnswer<T>(await memory.recall(name));
  if (known?.stamp === stamp) return known.answer;
  const answer = await work();
  await memory.keep(name, JSON.stringify({ stamp, answer }));
  return answer;
}

interface Answer<T> {
  readonly stamp: string;
  readonly answer: T;
}

function parseAnswer<T>(text = ''): Answer<T> | undefined {
  try {
    return JSON.parse(text) as Answer<T>;
  } catch {
    // None yet, or damaged: the work is done again.
    return undefined;
  }
}
