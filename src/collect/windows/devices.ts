import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Answers } from './answers.ts';
import { fromWindows } from './from-windows.ts';
import { text } from './values.ts';

/** What sits on the PCI bus; the ids stand in `PCI\VEN_8086&DEV_A0C8&SUBSYS_0991106B&REV_11\…`. */
export const windowsControllers = fromWindows('controllers', 'devices', (devices) =>
  devices.map((device) => {
    const id = text(device.DeviceID) ?? '';
    const [, vendorId, productId] = /VEN_([0-9A-F]{4})&DEV_([0-9A-F]{4})/i.exec(id) ?? [];
    return present({
      name: text(device.Name),
      manufacturer: text(device.Manufacturer),
      driver: text(device.Service),
      vendorId: vendorId?.toLowerCase(),
      productId: productId?.toLowerCase(),
      pciId: vendorId && productId && `${vendorId}:${productId}`.toLowerCase(),
    });
  }),
);

export const windowsKeyboards = fromWindows('inputs', 'keyboards', (rows) =>
  rows.map((row) => present({ ...inputRow('Keyboard', row), layout: text(row.Layout) })),
);

export const windowsPointers = fromWindows('inputs', 'pointers', (rows) =>
  rows.map((row) => inputRow('Pointing', row)),
);

function inputRow(type: string, row: Partial<Answers['pointers']>): SectionRow<'inputs'> {
  return present({
    type,
    caption: text(row.Name),
    description: text(row.Description),
    manufacturer: text(row.Manufacturer),
  });
}
