import { describe, expect, it } from 'vitest';
import { isAgentRun, normalise, plainWords } from '../../src/cli/arguments.ts';

describe('what was typed', () => {
  it('may be in the Windows agent’s spelling, in any case, with either separator', () => {
    expect(normalise(['/NP', '/server:10.0.0.1', '/debug', '/logfile:C:\\Temp\\ocs_debug.log'])).toEqual([
      '--np',
      '--server=10.0.0.1',
      '--debug=',
      '--logfile=C:\\Temp\\ocs_debug.log',
    ]);
    expect(normalise(['/Server=http://x/ocsinventory', '/tag=B104'])).toEqual([
      '--server=http://x/ocsinventory',
      '--tag=B104',
    ]);
  });

  it('keeps a path a path', () => {
    expect(normalise(['diff', '/tmp/fleet', '/serverless'])).toEqual(['diff', '/tmp/fleet', '/serverless']);
  });

  it('never lets a bare --debug or --json swallow the next word', () => {
    expect(normalise(['list', '--json', 'debian', '--debug', '--json=lines'])).toEqual([
      'list',
      '--json=',
      'debian',
      '--debug=',
      '--json=lines',
    ]);
  });

  it('takes a folder after -l, as the Unix agent does', () => {
    expect(normalise(['-l', '/tmp/out'])).toEqual(['--local', '/tmp/out']);
    expect(normalise(['--local', '--debug'])).toEqual(['--local=', '--debug=']);
  });
});

describe('the words of a command', () => {
  it('are those that are no option and no value of one', () => {
    expect(plainWords(['--store', 'S', 'list', 'debian'])).toEqual([
      { word: 'list', at: 2 },
      { word: 'debian', at: 3 },
    ]);
    expect(plainWords(['--server=x', '--np'])).toEqual([]);
    expect(plainWords(['--logfile', 'list', '--', 'list'])).toEqual([]);
  });

  it('may be left out by who types an option of the agent', () => {
    expect(isAgentRun(normalise(['/np', '/server:x']))).toBe(true);
    expect(isAgentRun(['-s', 'x'])).toBe(true);
    expect(isAgentRun(['agent', '--help'])).toBe(true);
    expect(isAgentRun(['--store', 'S'])).toBe(false);
  });

  it('decides, whatever options stand beside it', () => {
    expect(isAgentRun(['serve', '--user', 'lea'])).toBe(false);
    expect(isAgentRun(['--debug=', 'list'])).toBe(false);
  });
});
