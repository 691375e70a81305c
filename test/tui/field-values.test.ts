import { expect, it } from 'vitest';
import { pilot } from './pilot.ts';

it('rolls a field of any section up over the list, and opens the machines of a value', async () => {
  const { press, lines, text } = await pilot({ size: { columns: 100, rows: 30 } });
  await press('enter');
  const wanted = lines().findIndex((line) => line.includes('OptiPlex 7060'));
  const first = lines().findIndex((line) => line.startsWith('▸'));
  await press(...Array<string>(wanted - first).fill('down'), 'f');
  expect(lines()[0]).toMatch(/Fleet › Firmware and chassis › Model .*3 values · 12 machines/);
  expect(text()).toMatch(/OptiPlex 7060 +4 +33 .*still there/);
  await press('enter');
  expect(lines()[0]).toMatch(/Fleet › (OptiPlex|ThinkCentre|EliteDesk)/);
  expect(lines().filter((line) => /B104-PC\d\d/.test(line))).toHaveLength(4);
});

it('takes the field under the cursor among all fields of a row', async () => {
  const { press, lines, text } = await pilot();
  await press('down', 'enter', '3', 'enter', 'down', 'f');
  expect(lines()[0]).toMatch(/Fleet › Software › Version .*46 values/);
  await press('G', 'k');
  expect(text()).toMatch(/3\.0\.21 +1 +8/);
});

it('tells of the values of a column when each was first and last seen', async () => {
  const { press, text } = await pilot({ size: { columns: 110, rows: 30 } });
  await press('right', 'right', 'f');
  expect(text()).toMatch(/Ubuntu 24.04 LTS +4 +33 .*22\/11\/2026 +23\/11\/2026/);
});
