import type { Inventory } from '../../src/model/inventory.ts';
import type { Log, LogFields } from '../../src/model/log.ts';
import type { Receiver, ReceiverSettings } from '../../src/server/answer.ts';
import type { Account } from '../../src/wire/ocs/account.ts';

export const NOW = Date.parse('2026-11-23T18:00:00Z');

export interface FakeReceiver extends Receiver {
  readonly inventories: Inventory[];
}

/** A receiver that keeps inventories in memory, as the fleet does: the values of a known machine are the server's. */
export function fakeReceiver(settings: Partial<ReceiverSettings> = {}): FakeReceiver {
  const inventories: Inventory[] = [];
  const accounts = new Map<string, Account>();
  const seen = new Map<string, string>();
  return {
    inventories,
    async ingest(inventory, { at }) {
      const id = inventory.deviceId ?? '';
      const isNew = !accounts.has(id);
      if (isNew) accounts.set(id, inventory.account);
      inventories.push(inventory);
      seen.set(id, at);
      return { id, isNew, account: accounts.get(id) ?? {}, digests: {} };
    },
    async machine(id) {
      const receivedAt = seen.get(id);
      return receivedAt === undefined ? undefined : { receivedAt, state: 'the state', schedule: {} };
    },
    notify: async () => false,
    now: () => NOW,
    settings: { prologFreqHours: 24, frequencyDays: 0, ...settings },
  };
}

export interface MemoryLog extends Log {
  readonly lines: { readonly level: string; readonly message: string; readonly fields: LogFields }[];
}

export function memoryLog(): MemoryLog {
  const lines: MemoryLog['lines'] = [];
  function keep(level: string): (message: string, fields?: LogFields) => void {
    return (message, fields = {}) => {
      lines.push({ level, message, fields });
    };
  }
  return { lines, info: keep('info'), warn: keep('warn'), debug: keep('debug'), trace: keep('trace') };
}
