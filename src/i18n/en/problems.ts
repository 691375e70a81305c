import type { ErrorCode } from '../../model/errors.ts';

/** What a person may have asked wrongly, or what is not there. */
export const problems = {
  said: {
    noMachine: (name: string) => `No machine is called ${name}`,
    noId: (id: string) => `No machine has the id ${id}`,
    ambiguous: (name: string, candidates: string) => `${name} may be ${candidates}`,
    ambiguousMore: (name: string, candidates: string, more: string) => `${name} may be ${candidates} and ${more} more`,
    noSnapshotYet: () => 'The machine has no snapshot yet',
    noSnapshotAt: (when: string, seq: string, at: string) => `No snapshot ${when}; the first one is #${seq} of ${at}`,
    noSnapshot: (machine: string, seq: string) => `${machine} has no snapshot #${seq}`,
    noTime: (text: string) => `${text} is no time`,
    noTimeForm: (text: string) => `${text} is no time: use a date, 7d, #3, first, last, last~1 or a digest`,
    endsWithAt: (text: string) => `${text} ends with @ and no time`,
    noWord: () => 'search for at least one word',
    emptyGroup: (query: string) => `no machine is in the group ${query}`,
    largeGroup: (machines: string, most: string) => `the group has ${machines} machines; at most ${most} are compared`,
    twoGroups: () => 'two groups cannot be compared',
    noBaseline: (name: string) => `No baseline is called ${name}`,
    noBaselineBut: (name: string, known: string) => `No baseline is called ${name}; there are ${known}`,
    noColumn: (at: string, column: string, known: string) =>
      `character ${at} of the query: there is no column ${column}; there are ${known}`,
    noPattern: (at: string, why: string) => `character ${at} of the query: ${why}`,
    notMeasured: (at: string, column: string, text: string) =>
      `character ${at} of the query: ${column} cannot be compared with ${text}; write 8, 512M, 30d`,
    isText: (at: string, column: string) =>
      `character ${at} of the query: ${column} is a text: ${column}:part or ${column}=whole`,
    noFile: (path: string) => `${path} does not exist`,
    notAFile: (path: string) => `${path} is a folder; a file is wanted`,
    closedFile: (path: string) => `${path} may not be read by this user`,
    unreadFile: (path: string, why: string) => `${path} cannot be read: ${why}`,
    noExercise: (folder: string) => `${folder} holds no exercise: parcours lab new makes one`,
    sheetNotDone: () => 'the sheet is not finished: parcours lab manual',
    agentNotRun: () => 'the agent has not run: parcours lab auto',
    noMoment: (option: string) => `--${option}: write 7d, 12h, 3w, 2026-11-21 or 2026-11-21T09:12`,
    noSection: (option: string, name: string, known: string) =>
      `--${option}: there is no section ${name}; there are ${known}`,
    noServer: () =>
      'no server to send the inventory to: give --server=HOST, or --local=DIR or --stdout to do without one',
    noServerAlways: () => 'no server to send the inventory to: give --server=HOST, or --local=DIR',
    noListenAddress: (text: string) => `--listen ${text}: write ADDRESS:PORT, such as 0.0.0.0:8080`,
    portInUse: (host: string, port: string) =>
      `port ${port} of ${host} is in use: end the program that listens there, or give another port with --listen`,
    notOurAddress: (host: string) => `this machine has no address ${host} to listen on: 0.0.0.0 stands for all it has`,
    closedPort: (host: string, port: string) =>
      `this user may not listen on port ${port} of ${host}: take one from 1024 on`,
    closedStore: (path: string) =>
      `the store belongs to another user, ${path} may not be read: give --store, or ask root`,
    noStoreFolder: (path: string) => `the store is a folder, and ${path} lies in a file: give another with --store`,
    writtenStore: (store: string, pid: string) =>
      `the store ${store} is written by process ${pid}: end it first, or give another with --store`,
    noDemoFolder: () => 'where the fleet goes is missing: give --out STORE',
    fullDemoFolder: (folder: string) => `${folder} is not empty: a demonstration fleet wants a folder of its own`,
  },
  /** Any other error by its code, around its own words, which are English. */
  codes: {
    usage: asItIs,
    'bad-input': asItIs,
    unreachable: asItIs,
    'cannot-write': asItIs,
    busy: asItIs,
    protocol: asItIs,
    permission: asItIs,
    configuration: asItIs,
    'time-budget': asItIs,
    'not-found': asItIs,
    ambiguous: asItIs,
    'store-damaged': asItIs,
  } satisfies Record<ErrorCode, (why: string) => string>,
};

function asItIs(why: string): string {
  return why;
}
