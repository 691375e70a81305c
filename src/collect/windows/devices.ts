import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { text } from '../sources/values.ts';
import type { Device } from './asked/devices.ts';
import { fromWindows } from './from-windows.ts';
import type { Answers } from './script.ts';
import { deviceIds } from './values.ts';

/** What sits on the PCI bus. */
export const windowsControllers: Collector<'controllers'> = {
  ...fromWindows('controllers', 'devices', (devices) =>
    devices.filter(isOn('PCI')).map((device) => {
      const ids = deviceIds(device.DeviceID);
      return present({
        name: text(device.Name),
        manufacturer: text(device.Manufacturer),
        type: text(device.PNPClass),
        driver: text(device.Service),
        vendorId: ids?.vendor,
        productId: ids?.product,
        pciId: ids?.pci,
      });
    }),
  ),
  name: 'windows/controllers',
};

/** What is plugged into USB. A device of several parts has a bland name itself: its first part tells what it is. */
export const windowsUsbDevices: Collector<'usbdevices'> = {
  ...fromWindows('usbdevices', 'devices', (devices) => {
    const all = devices.filter(isOn('USB'));
    return all.filter(isWhole).map((device) => usbRow(device, all));
  }),
  name: 'windows/usb-devices',
};

function isOn(bus: string): (device: Partial<Device>) => boolean {
  return ({ DeviceID }) => text(DeviceID)?.startsWith(`${bus}\\`) === true;
}

/** Not a hub of the machine itself, and not the part of another device. */
function isWhole({ DeviceID = '' }: Partial<Device>): boolean {
  return /VID_/i.test(DeviceID) && !/&MI_/i.test(DeviceID);
}

/** The driver of devices that are made of several. */
const COMPOSITE = 'usbccgp';

function usbRow(device: Partial<Device>, all: readonly Partial<Device>[]): SectionRow<'usbdevices'> {
  const id = device.DeviceID ?? '';
  const instance = id.split('\\').at(-1) ?? '';
  const ids = deviceIds(id);
  const isComposite = text(device.Service)?.toLowerCase() === COMPOSITE;
  const part = isComposite
    ? all.find(({ DeviceID = '' }) => DeviceID.startsWith(`${id.split('\\', 2).join('\\')}&MI_`))
    : undefined;
  return present({
    description: text((part ?? device).Name),
    manufacturer: text((part ?? device).Manufacturer),
    type: text((part ?? device).PNPClass),
    // Windows makes up a name with & where the device has no serial number.
    serial: instance.includes('&') ? undefined : text(instance),
    vendorId: ids?.vendor,
    productId: ids?.product,
  });
}

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
