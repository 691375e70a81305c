import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { exitCodes } from '../src/cli/exit-codes.ts';
import { agentOptions, type OptionSpec } from '../src/cli/options.ts';
import { en } from '../src/i18n/en.ts';
import { keyTable, sheetKeyTable } from '../src/tui/key-table.ts';

const meanings: Readonly<Record<keyof typeof exitCodes, string>> = {
  done: 'done, also when the server said that it wants nothing',
  found: '`diff`, `fsck` and `doctor` only: something was found',
  usage: 'the command line is wrong',
  badInput: 'the input is bad: a file, a machine that is not there',
  unreachable: 'the server cannot be reached; the inventory is kept and sent first at the next run',
  unexpected: 'a bug; it says how to report it',
  cannotWrite: 'a file cannot be written',
  busy: 'busy or locked: try again later; an inventory is kept, as for 69',
  protocol: 'the server refused, or answered nonsense',
  permission: 'not permitted, or the server wants a password',
  configuration: 'nothing to do: no server, no `--local`, no `--stdout`',
  timeBudget: 'the time budget is spent',
  interrupted: 'interrupted',
  terminated: 'terminated',
};

const tables = {
  keys: keyTable('en'),
  'sheet keys': sheetKeyTable('en'),
  options: optionTable(),
  'exit codes': exitCodeTable(),
};

/** `UPDATE_README=1 npx vitest run test/readme.test.ts` writes the tables; without it they must be right already. */
it.each(Object.entries(tables))('README’s table of %s is the one in the code', (name, table) => {
  const readme = readFileSync('README.md', 'utf8');
  const place = new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- /${name} -->`);
  const expected = readme.replace(place, () => `<!-- ${name} -->\n${table.trim()}\n<!-- /${name} -->`);
  expect(place.test(readme), `a place for the table of ${name}`).toBe(true);
  if (process.env['UPDATE_README']) writeFileSync('README.md', expected);
  else expect(readme).toBe(expected);
});

function optionTable(): string {
  const rows = Object.entries(agentOptions as Record<string, OptionSpec>).map(([name, { short, value, kind }]) => {
    const spelled =
      value === undefined ? `--${name}` : kind === 'optional' ? `--${name}[=${value}]` : `--${name}=${value}`;
    const words = en.cli.options[name as keyof typeof en.cli.options];
    return `| \`${spelled.replaceAll('|', '\\|')}\`${short ? ` \`-${short}\`` : ''} | ${words} |`;
  });
  return ['| option | meaning |', '|---|---|', ...rows].join('\n');
}

function exitCodeTable(): string {
  const rows = Object.entries(exitCodes).map(
    ([name, code]) => `| ${code} | ${meanings[name as keyof typeof exitCodes]} |`,
  );
  return ['| code | meaning |', '|---|---|', ...rows].join('\n');
}
