import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDocument } from '../../../src/wire/document.ts';

const samples = process.env['PARCOURS_SAMPLES'];

async function devicesIn(query: string, content: string) {
  const xml = `<REQUEST><CONTENT>${content}</CONTENT><DEVICEID>foo</DEVICEID><QUERY>${query}</QUERY></REQUEST>`;
  return (await readDocument(Buffer.from(xml), { inflate: 'bounded' })).request.devices;
}

it('tells of each device that was found, and of none while the task only starts', async () => {
  const found = `<DEVICE><IP>192.0.2.8</IP><MAC>00:23:04:ee:be:02</MAC><SNMPHOSTNAME>sw1</SNMPHOSTNAME>
    <DNSHOSTNAME>sw1.lan</DNSHOSTNAME><TYPE>NETWORKING</TYPE></DEVICE><DEVICE><IP>192.0.2.9</IP></DEVICE>`;
  const devices = await devicesIn('NETDISCOVERY', `${found}<MODULEVERSION>5.1</MODULEVERSION>`);
  const device = { name: 'sw1', type: 'NETWORKING', mac: '00:23:04:ee:be:02', ipAddresses: ['192.0.2.8'] };
  expect(devices).toMatchObject([
    { kind: 'network', agent: '5.1', sections: { networkdevice: [device] }, reports: { networkdevice: {} } },
    { kind: 'unmanaged', sections: { networkdevice: [{ ipAddresses: ['192.0.2.9'] }] } },
  ]);
  expect(devices?.[0]?.sections.networkdevice?.[0]?.extras).toEqual([
    { name: 'SNMPHOSTNAME', text: 'sw1' },
    { name: 'DNSHOSTNAME', text: 'sw1.lan' },
  ]);
  expect(devices?.[0]).not.toHaveProperty('deviceId');
  expect(await devicesIn('SNMPQUERY', '<AGENT><START>1</START></AGENT>')).toEqual([]);
});

it('takes the ports and parts of a device out of what wraps them, and keeps the rest', async () => {
  const port =
    '<PORT><IFNUMBER>1</IFNUMBER><IFINOCTETS>12</IFINOCTETS><VLANS><VLAN><NUMBER>1</NUMBER></VLAN></VLANS></PORT>';
  const content = `<DEVICE><INFO><NAME>lp</NAME><TYPE>PRINTER</TYPE><IPS><IP>a</IP><IP>b</IP></IPS></INFO>
    <PORTS>${port}</PORTS><COMPONENTS><COMPONENT><INDEX>3</INDEX></COMPONENT></COMPONENTS>
    <PAGECOUNTERS><TOTAL>9</TOTAL></PAGECOUNTERS><CARTRIDGES><TONERBLACK>71</TONERBLACK></CARTRIDGES></DEVICE>`;
  const [device] = (await devicesIn('SNMP', content)) ?? [];
  expect(device).toMatchObject({
    kind: 'printer',
    sections: {
      networkdevice: [{ name: 'lp', ipAddresses: ['a', 'b'] }],
      networkports: [{ number: 1, bytesIn: 12, extras: [{ name: 'VLANS' }] }],
      networkcomponents: [{ index: 3 }],
      pagecounters: [{ total: 9 }],
      cartridges: [{ extras: [{ name: 'TONERBLACK', text: '71' }] }],
    },
  });
});

it.runIf(samples)('finds a device in every sample of a discovery or a network inventory', async () => {
  const folder = join(samples ?? '', 'samples/inventory_format/xml');
  const documents = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  const asked = documents.filter((bytes) => bytes.includes('<DEVICE>') && !bytes.includes('<QUERY>INVENTORY'));
  expect(asked.length).toBeGreaterThan(10);
  for (const bytes of asked) {
    const { devices = [] } = (await readDocument(bytes, { inflate: 'bounded' })).request;
    expect(devices.length).toBeGreaterThan(0);
    expect(devices.flatMap(({ sections }) => Object.keys(sections)).length).toBeGreaterThan(0);
  }
});
