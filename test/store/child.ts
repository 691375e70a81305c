/** A process that saves machine after machine and tells of each save that was answered: `id seq model`. */
import { writeSync } from 'node:fs';
import type { SaveRequest, SaveResult } from '../../src/store/store.ts';
import { withWriter } from '../../src/store/writer.ts';
import { packages, request } from './requests.ts';

const [dir = '', prefix = '', count = '0'] = process.argv.slice(2);
const writer = await withWriter<SaveRequest, SaveResult>(dir, (store, operation) => store.save(operation));
const lanes = ['a', 'b', 'c'].map(async (lane) => {
  for (let n = 1; n <= Number(count); n++) {
    const id = `${prefix}-${lane}`;
    const model = `model ${n}`;
    const { seq } = await writer.submit(request({ bios: [{ model }], softwares: packages(150, `${n}`) }, { id }));
    writeSync(1, `${JSON.stringify({ id, seq, model })}\n`);
  }
});
await Promise.all(lanes);
await writer.close();
