import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { text } from '../sources/values.ts';
import { askWindows, isAbsent } from './powershell.ts';

/** Roles and features of a Windows Server. A client has none: its Windows does not know the class. */
export const windowsFeatures: Collector<'softwares'> = {
  name: 'windows/features',
  section: 'softwares',
  platforms: ['win32'],
  async collect(host) {
    const answer = await askWindows(host, 'features');
    if (!answer || isAbsent(answer)) return undefined;
    const rows = answer.rows.map(({ ID, Name }) =>
      present({
        name: text(Name),
        guid: text(ID),
        publisher: 'Microsoft Corporation',
        from: 'role',
        category: 'feature',
      }),
    );
    return { rows, ...present({ missing: answer.missing }) };
  },
};
