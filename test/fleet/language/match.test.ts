import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MachineRow } from '../../../src/fleet/fleet.ts';
import { columnNames, isSoftwareAhead } from '../../../src/fleet/language/columns.ts';
import { readQuery, type SoftwareQuestion } from '../../../src/fleet/language/match.ts';
import { parseQuery, QueryError } from '../../../src/fleet/language/parse.ts';

const now = Date.parse('2026-11-23T12:00:00');
const rows = [
  machine('B104-01', { os: 'Debian GNU/Linux 12.13', memoryMiB: 8064, tag: 'B104', mac: 'c0:25:a5:00:00:01' }),
  machine('B104-02', { os: 'Debian GNU/Linux 13.4', memoryMiB: 3900, tag: 'B104', lastSeen: '2026-10-01T08:00:00Z' }),
  machine('A101-01', { os: 'Microsoft Windows 11 Pro', memoryMiB: 16_128, tag: 'A101', diskMB: 512_110 }),
  machine('IMP-1', { kind: 'printer', model: 'Éclair 300', tag: 'Salle des profs' }),
];

it.each([
  ['', ['B104-01', 'B104-02', 'A101-01', 'IMP-1']],
  ['debian', ['B104-01', 'B104-02']],
  ['DEBIAN 13.4', ['B104-02']],
  ['os:debian ram<4', ['B104-02']],
  ['système:debian mémoire>4', ['B104-01']],
  ['ram=8', ['B104-01']],
  ['ram=7.9', ['B104-01']],
  ['ram=7.5', []],
  ['ram<4000m', ['B104-02']],
  ['disque>=500', ['A101-01']],
  ['room:B104 !silent', ['B104-01']],
  ['salle=a101', ['A101-01']],
  ['muet', ['B104-02']],
  ['seen>30d', ['B104-02']],
  ['vu>30j', ['B104-02']],
  ['seen<2026-11-01', ['B104-02']],
  ['kind:printer', ['IMP-1']],
  ['genre:imprimante', ['IMP-1']],
  ['!kind:printer !os:windows', ['B104-01', 'B104-02']],
  ['tag:"des profs"', ['IMP-1']],
  ['"Salle des"', ['IMP-1']],
  ['eclair', ['IMP-1']],
  ['c0:25:a5', ['B104-01']],
  ['/^b104-0[2-9]$/', ['B104-02']],
  ['name:/^A/', ['A101-01']],
  ['name~^A', ['A101-01']],
  ['model:/éclair \\d/', ['IMP-1']],
  ['os: ram<', ['B104-01', 'B104-02', 'A101-01', 'IMP-1']],
])('%s', (query, names) => {
  expect(rows.filter(readQuery(query).matcher(now)).map(({ name }) => name)).toEqual(names);
});

it('asks of packages by name, and by version where one is compared', () => {
  const asked: SoftwareQuestion[] = [];
  const matches = readQuery('soft:"Mozilla Firefox"<130 !logiciel=vlc').matcher(now, (question) => {
    asked.push(question);
    return new Set(question.name === 'vlc' ? ['B104-01'] : ['B104-01', 'B104-02']);
  });
  expect(rows.filter(matches).map(({ name }) => name)).toEqual(['B104-02']);
  expect(asked).toEqual([
    { name: 'mozilla firefox', whole: false, version: { operator: '<', text: '130' } },
    { name: 'vlc', whole: true },
  ]);
});

it.each([
  ['debian  colour:red', 8, 'there is no column colour'],
  ['ram<many', 4, 'ram cannot be compared with many'],
  ['os<12', 3, 'os is a text'],
  ['x name:/(/', 7, 'Invalid regular expression'],
])('tells what is wrong with %s, and where', (query, at, message) => {
  const error = failure(() => readQuery(query));
  expect(error.at).toBe(at);
  expect(error.code).toBe('usage');
  expect(error.message).toContain(`character ${at + 1} of the query: ${message}`);
});

it('reads any text: it has terms, or it is told where the fault is', () => {
  const word = fc.oneof(fc.string(), fc.constantFrom('os:', 'ram<', '!', '"', '/', ' ', 'soft:', '=', '~'));
  fc.assert(
    fc.property(
      fc.array(word).map((words) => words.join('')),
      (query) => {
        try {
          readQuery(query);
        } catch (error) {
          expect(error).toBeInstanceOf(QueryError);
          expect((error as QueryError).at).toBeLessThanOrEqual(query.length);
        }
      },
    ),
  );
});

it('finds each row by each of its words, and no row by their negation', () => {
  fc.assert(
    fc.property(fc.constantFrom(...rows), fc.nat(), (row, n) => {
      const words = row.name.split('-');
      const word = words[n % words.length] ?? '';
      expect(readQuery(word).matcher(now)(row)).toBe(true);
      expect(readQuery(`!${word}`).matcher(now)(row)).toBe(false);
    }),
  );
});

it('keeps what is quoted in one piece', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z <>:=!/]*[a-z][a-z <>:=!]*$/), (text) => {
      expect(parseQuery(`name:"${text}"`, columnNames)).toMatchObject([{ column: 'name', text }]);
    }),
  );
});

function failure(work: () => unknown): QueryError {
  try {
    work();
  } catch (error) {
    if (error instanceof QueryError) return error;
  }
  throw new Error('the query was taken');
}

function machine(name: string, more: Partial<MachineRow>): MachineRow {
  return {
    id: name,
    aliases: [],
    name,
    kind: 'computer',
    agent: 'parcours_v0.1.0',
    macs: [],
    snapshots: 1,
    firstSeen: '2026-09-01T08:00:00Z',
    lastSeen: '2026-11-23T08:00:00Z',
    changedAt: '2026-09-01T08:00:00Z',
    completeness: 'complete',
    possibleDoubles: [],
    ...more,
  };
}

it('knows when packages are about to be asked for', () => {
  expect(['so', 'soft', 'os:debian !so', 'Logi', 'paq'].filter((query) => !isSoftwareAhead(query))).toEqual([]);
  expect(['', 's', 'soft ', 'soft:', 'south', 'os:so'].filter(isSoftwareAhead)).toEqual([]);
});
