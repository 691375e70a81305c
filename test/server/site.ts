import { gunzipSync, inflateSync } from 'node:zlib';
import type { Fleet, FleetQuestions } from '../../src/fleet/fleet.ts';
import { ingest } from '../../src/fleet/ingest.ts';
import { takeNotice } from '../../src/fleet/notice.ts';
import { standingOf } from '../../src/fleet/put-back.ts';
import { createFleet } from '../../src/fleet/query.ts';
import type { AnyRow } from '../../src/model/descriptor.ts';
import { createAdmission } from '../../src/server/admission.ts';
import type { Receiver, ReceiverSettings } from '../../src/server/answer.ts';
import type { HttpReply } from '../../src/server/exchange.ts';
import { handle } from '../../src/server/handle.ts';
import { memoryStore } from '../../src/store/memory.ts';
import type { StoreWriter } from '../../src/store/store.ts';
import { encodingOf } from '../../src/wire/inflate.ts';
import { type MemoryLog, memoryLog, NOW } from './receiver.ts';

export interface Answer {
  readonly status: number;
  /** Inflated. */
  readonly text: string;
  /** What stands in RESPONSE. */
  readonly response: string | undefined;
  readonly reply: HttpReply;
}

/** A receiver on a real store, with a clock that is set by hand. */
export interface Site {
  readonly store: StoreWriter;
  readonly fleet: Fleet & FleetQuestions;
  readonly log: MemoryLog;
  readonly receiver: Receiver;
  post(body: string | Uint8Array, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** The rows of a machine's newest state. */
  rows(id: string, section: string): Promise<readonly AnyRow[]>;
  later(milliseconds: number): void;
}

export function newSite(settings: Partial<ReceiverSettings> = {}): Site {
  const store = memoryStore();
  const log = memoryLog();
  let now = NOW;
  const receiver: Receiver = {
    now: () => now,
    settings: { prologFreqHours: 24, frequencyDays: 0, ...settings },
    async machine(deviceId) {
      const known = await store.machine((await store.resolve(deviceId)) ?? deviceId);
      return known && standingOf(known);
    },
    ingest: (inventory, { at }) => ingest(store, inventory, at),
    notify: (deviceId, notice, receivedAt) => takeNotice(store, deviceId, notice, receivedAt),
  };
  const admission = createAdmission({ capacity: limits.inflatedBytes, queue: 10 });
  const reading = createAdmission({ capacity: 1, queue: 10 });
  const deps = { receiver, admission, reading, limits, log };
  const fleet = createFleet(store, () => now);
  return {
    store,
    fleet,
    log,
    receiver,
    async post(body, headers = {}) {
      const request = { method: 'POST', path: '/ocsinventory', headers, peer: '192.0.2.7', body: Buffer.from(body) };
      const reply = await handle(request, deps);
      const text = textOf(reply.body);
      return { status: reply.status, text, response: /<RESPONSE>(\w+)</.exec(text)?.[1], reply };
    },
    async rows(id, section) {
      const { sections } = await fleet.view(await fleet.locate(id));
      return sections.find(({ name }) => name === section)?.rows ?? [];
    },
    later(milliseconds) {
      now += milliseconds;
    },
  };
}

const limits = { inflatedBytes: 64 * 2 ** 20, ratio: 100 };

function textOf(body: Uint8Array): string {
  const encoding = encodingOf(body);
  if (encoding === 'zlib') return inflateSync(body).toString();
  if (encoding === 'gzip') return gunzipSync(body).toString();
  return Buffer.from(body).toString();
}
