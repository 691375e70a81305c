import { expect, it } from 'vitest';
import { evidenceOf, machineName, possibleDoubles } from '../../src/fleet/machine-identity.ts';
import type { FleetRow } from '../../src/store/store.ts';
import { monday } from './inventories.ts';

it('leaves out of the evidence what many machines share', () => {
  const evidence = evidenceOf({
    sections: {
      hardware: [{ uuid: '4C4C4544-0052-3910-804E-CC04F4B5A37A' }],
      bios: [{ serial: 'To be filled by O.E.M.', boardSerial: '/5SNMP2/CN129', enclosureSerial: '/5SNMP2/CN129' }],
      networks: [
        { mac: '3C:52:82:6A:01:02' },
        { mac: '3c:52:82:6a:01:02' },
        { mac: '00:00:00:00:00:00' },
        { mac: '52:54:00:11:22:33', virtual: true },
      ],
    },
  });
  expect(evidence).toEqual({
    uuid: '4c4c4544-0052-3910-804e-cc04f4b5a37a',
    serials: ['/5SNMP2/CN129'],
    macs: ['3c:52:82:6a:01:02'],
  });
});

it('calls a machine what its agent calls it, else by the host part of its id', () => {
  const deviceId = 'b104-pc1-2026-11-16-08-00-00';
  expect(machineName({ deviceId, sections: { hardware: [{ name: 'PC1' }] } })).toBe('PC1');
  expect(machineName({ deviceId, sections: {} })).toBe('b104-pc1');
  expect(machineName({ deviceId: 'fd1e9a', sections: {} })).toBe('fd1e9a');
});

it('names the machines with the same UUID, serial number or MAC address', () => {
  const doubles = possibleDoubles([
    row('a', { uuid: '4c4c4544-0052-3910-804e-cc04f4b5a37a', macs: ['3c:52:82:6a:01:02'] }),
    row('b', { uuid: '4C4C4544-0052-3910-804E-CC04F4B5A37A' }),
    row('c', { macs: ['3c:52:82:6a:01:02'], serial: 'ABC1234' }),
    row('d', { serial: 'ABC1234 ' }),
    row('e', { serial: 'Default string', uuid: '00000000-0000-0000-0000-000000000000' }),
    row('f', { serial: 'Default string', uuid: '00000000-0000-0000-0000-000000000000' }),
  ]);
  expect(Object.fromEntries(doubles)).toEqual({ a: ['b', 'c'], b: ['a'], c: ['a', 'd'], d: ['c'] });
});

it('does not take what a whole fleet shares for a sign', () => {
  const rows = Array.from({ length: 5000 }, (_, i) => row(`pc${i}`, { serial: 'SAMEONALL' }));
  expect(possibleDoubles(rows).size).toBe(0);
});

function row(id: string, more: Partial<FleetRow>): FleetRow {
  const seen = { firstSeen: monday, lastSeen: monday, changedAt: monday };
  const base = { id, aliases: [], name: id, agent: '', macs: [], snapshots: 1, ...seen };
  return { ...base, kind: 'computer', completeness: 'complete', ...more };
}
