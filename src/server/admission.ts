import { ParcoursError } from '../model/errors.ts';

/** Keeps the work in hand below what memory allows. */
export interface Admission {
  /** Runs a task when there is room for its weight, first come first served; `busy` where too many wait already. */
  run<T>(weight: number, task: () => Promise<T>): Promise<T>;
}

export interface AdmissionLimits {
  /** Sum of the weights of the tasks that run; a heavier one runs alone. */
  readonly capacity: number;
  /** Tasks that may wait. */
  readonly queue: number;
  /** Called after each task that took a quarter of the capacity or more. */
  readonly relieve?: () => void;
}

/** Light tasks never wait for heavy ones: an inventory of every day is not held up by a few enormous ones. */
export function inLanes({
  light,
  heavy,
}: {
  readonly light: AdmissionLimits;
  readonly heavy: AdmissionLimits;
}): Admission {
  const [fast, slow] = [createAdmission(light), createAdmission(heavy)];
  return { run: (weight, task) => (weight <= light.capacity / 4 ? fast : slow).run(weight, task) };
}

export function createAdmission({ capacity, queue, relieve }: AdmissionLimits): Admission {
  const waiting: { readonly weight: number; readonly start: () => void }[] = [];
  let used = 0;

  function startNext(): void {
    for (let next = waiting[0]; next && used + next.weight <= capacity; next = waiting[0]) {
      waiting.shift();
      used += next.weight;
      next.start();
    }
  }
  return {
    async run(asked, task) {
      const weight = Math.min(asked, capacity);
      if (waiting.length >= queue) throw new ParcoursError('busy', `${queue} documents are waiting already`);
      await new Promise<void>((start) => {
        waiting.push({ weight, start });
        startNext();
      });
      try {
        return await task();
      } finally {
        if (weight >= capacity / 4) relieve?.();
        used -= weight;
        startNext();
      }
    },
  };
}
