import { type Measured, type PhaseName, phaseNames, type Reading, type Sent } from '../model/measured.ts';

/** Adds up what a run spends. */
export interface Meter {
  begin(name: PhaseName): void;
  /** What did not begin does not end. */
  end(name: PhaseName): void;
  sent(document: Sent): void;
  measured(): Measured;
}

export function runMeter(read: () => Reading): Meter {
  const begun = new Map<PhaseName, Reading>();
  const spent = new Map<PhaseName, Reading>();
  const sent: Sent[] = [];
  return {
    begin: (name) => void begun.set(name, read()),
    end(name) {
      const from = begun.get(name);
      if (!from || !begun.delete(name)) return;
      spent.set(name, added(spent.get(name) ?? NONE, from, read()));
    },
    sent: (document) => void sent.push(document),
    measured: () => ({
      phases: phaseNames.flatMap((name) => {
        const reading = spent.get(name);
        return reading ? [{ name, ...reading }] : [];
      }),
      sent: [...sent],
    }),
  };
}

/** Does a piece of work that belongs to a phase. */
export function metered<T>(meter: Meter | undefined, name: PhaseName, work: () => T): T {
  meter?.begin(name);
  const result = work();
  meter?.end(name);
  return result;
}

function added(sum: Reading, from: Reading, to: Reading): Reading {
  return {
    milliseconds: sum.milliseconds + to.milliseconds - from.milliseconds,
    cpuMilliseconds: sum.cpuMilliseconds + to.cpuMilliseconds - from.cpuMilliseconds,
  };
}

const NONE: Reading = { milliseconds: 0, cpuMilliseconds: 0 };
