import { describe, expect, it } from 'vitest';
import { calledBy } from '../../src/cli/called.ts';
import { commands } from '../../src/cli/main.ts';
import type { CommandName } from '../../src/cli/parse.ts';

const names = Object.keys(commands) as CommandName[];
const called = (...words: string[]) => calledBy(words, names, 'en');

describe('what is called', () => {
  it('is the command of the first word, and the rest is left to it', () => {
    expect(called('--store', 'S', 'list', 'debian')).toEqual({ name: 'list', rest: ['--store', 'S', 'debian'] });
  });

  it('has two words in the lab', () => {
    expect(called('lab', '--exercise=/tmp/x', 'new', '--yes')).toEqual({
      name: 'lab new',
      rest: ['--exercise=/tmp/x', '--yes'],
    });
  });

  it('is help where the second word is missing', () => {
    expect(called('lab', '--help')).toEqual({ family: 'lab', rest: ['lab', '--help'] });
  });

  it('is the explorer where nothing is typed, and the agent where one of its options is', () => {
    expect(called()).toMatchObject({ name: 'browse' });
    expect(called('--server=x')).toMatchObject({ name: 'agent' });
    expect(called('--help').name).toBeUndefined();
  });

  it('is refused where no command has that name', () => {
    expect(() => called('lab', 'bogus')).toThrow('There is no command lab bogus');
    expect(() => called('constructor')).toThrow('There is no command constructor');
  });
});
