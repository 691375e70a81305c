/** What a run of the agent spends its time on, in that order; the question to the server and the inventory count together. */
export const phaseNames = ['start', 'collect', 'build', 'compress', 'connect', 'send', 'answer'] as const;
export type PhaseName = (typeof phaseNames)[number];

/** The clocks of a process, in milliseconds since it began. */
export interface Reading {
  readonly milliseconds: number;
  readonly cpuMilliseconds: number;
}

export interface Phase extends Reading {
  readonly name: PhaseName;
}

/** A document that was sent. */
export interface Sent {
  readonly query: 'PROLOG' | 'INVENTORY';
  readonly bytes: number;
  /** Compressed, as it travelled. */
  readonly wireBytes: number;
}

/** Where a run went: a phase that did not happen is not there. */
export interface Measured {
  readonly phases: readonly Phase[];
  readonly sent: readonly Sent[];
}
