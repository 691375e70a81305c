import { present } from '../../model/present.ts';
import { text } from '../sources/values.ts';
import type { Hotfix } from './asked/software.ts';
import { fromWindows } from './from-windows.ts';
import { calendarDate } from './values.ts';

/** Updates of Windows that are installed. */
export const windowsHotfixes = fromWindows('softwares', 'hotfixes', (hotfixes) => hotfixes.map(softwareRow));

function softwareRow({ id, kind, on, link }: Partial<Hotfix>) {
  return present({
    name: text(id),
    publisher: 'Microsoft Corporation',
    installDate: hotfixDate(text(on)),
    from: 'hotfix',
    category: 'system_update',
    releaseType: text(kind),
    aboutUrl: text(link),
  });
}

// Between 1601, from where FILETIME counts 100 ns, and 1970.
const FILETIME_EPOCH = 11_644_473_600_000;

/** `M/D/YYYY` in every language, 16 hexadecimal digits of a FILETIME, or ISO 8601 from the script. */
export function hotfixDate(value = ''): string | undefined {
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(value) ?? [];
  if (year) return calendarDate(year, month, day);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return value;
  if (!/^[0-9a-f]{16}$/i.test(value)) return undefined;
  const moment = new Date(Number(BigInt(`0x${value}`) / 10_000n) - FILETIME_EPOCH);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString().slice(0, 10);
}
