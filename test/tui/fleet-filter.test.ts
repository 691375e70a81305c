import { expect, it } from 'vitest';
import { readFilter } from '../../src/tui/fleet-filter.ts';
import { madeFleet, NOW } from './made-machines.ts';

const machines = madeFleet(12).map(({ row }) => row);

function namesFor(filter: string): readonly string[] {
  const matcher = readFilter(filter).matcher?.(NOW);
  return matcher ? machines.filter(matcher).map(({ name }) => name) : [];
}

it('finds machines by letters in their order', () => {
  expect(namesFor('?b4p12')).toEqual(['B104-PC12']);
  expect(namesFor('!?b4p1')).not.toContain('B104-PC11');
  expect(namesFor('?pcb')).toEqual([]);
});

it('takes the query language beside them', () => {
  expect(namesFor('os:debian ?p0')).toEqual(['B104-PC01', 'B104-PC04', 'B104-PC07', 'B104-PC10']);
  expect(namesFor('name:/pc0[12]/')).toEqual(['B104-PC01', 'B104-PC02']);
});

it('says why a filter means nothing', () => {
  expect(readFilter('nosuch:x')).toMatchObject({ error: { message: expect.stringContaining('no column nosuch') } });
  expect(readFilter('/[/').matcher).toBeUndefined();
});

it('leaves packages to the store', () => {
  expect(readFilter('soft:vlc ?b1')).toMatchObject({ asksStore: true, query: 'soft:vlc' });
});
