import { formatNumber } from '../i18n/format.ts';
import type { Column } from './columns.ts';
import { type State, textsOf } from './state.ts';

/** On how many machines of how many something is: the number, the share, and a bar. */
export function shareColumns<T>(
  reader: Pick<State, 'language'>,
  counts: (row: T) => { readonly count: number; readonly of: number },
): readonly Column<T>[] {
  const share = (row: T) => {
    const { count, of } = counts(row);
    return of === 0 ? 0 : count / of;
  };
  return [
    {
      title: textsOf(reader).values.machines,
      align: 'right',
      priority: 2,
      text: (row) => formatNumber(reader.language, counts(row).count),
    },
    { title: '%', align: 'right', priority: 3, text: (row) => formatNumber(reader.language, share(row) * 100) },
    { title: '', priority: 6, cells: BAR, extra: true, text: (row) => '#'.repeat(Math.ceil(share(row) * BAR)) },
  ];
}

const BAR = 20;
