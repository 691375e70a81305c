import type { Host } from '../../model/host.ts';
import { pciDevice, pciVendor } from './pci-vendors.ts';
import { usbVendor } from './usb-vendors.ts';

/** Names by id from pci.ids or usb.ids, whose lines are `8086  Intel Corporation` and, below, `<tab>1234  Device`. */
export interface HardwareIds {
  vendor(vendor: string): string | undefined;
  device(vendor: string, device: string): string | undefined;
}

const FOLDERS = ['/usr/share/misc', '/usr/share/hwdata', '/var/lib/usbutils', '/usr/share'];

/** The list a distribution installs beside lspci or lsusb; what it does not know, or without it, the few that ship. */
export async function readHardwareIds(host: Host, kind: 'pci' | 'usb'): Promise<HardwareIds> {
  for (const folder of FOLDERS) {
    const bytes = await host.read(`${folder}/${kind}.ids`);
    if (bytes) return either(hardwareIds(bytes), COMMON[kind]);
  }
  return COMMON[kind];
}

const COMMON: Readonly<Record<'pci' | 'usb', HardwareIds>> = {
  pci: { vendor: pciVendor, device: pciDevice },
  usb: { vendor: usbVendor, device: () => undefined },
};

function either(first: HardwareIds, second: HardwareIds): HardwareIds {
  return {
    vendor: (vendor) => first.vendor(vendor) ?? second.vendor(vendor),
    device: (vendor, device) => first.device(vendor, device) ?? second.device(vendor, device),
  };
}

/** Looked up in place: the file has over a megabyte, and a machine needs some dozen lines of it. */
export function hardwareIds(bytes: Uint8Array): HardwareIds {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const known = new Map<string, number | undefined>();
  // A machine has many devices of few makers.
  const vendorAt = (vendor: string) => {
    if (!known.has(vendor)) known.set(vendor, lineAfter(text, `\n${vendor}  `, 0));
    return known.get(vendor);
  };
  return {
    vendor: (vendor) => rest(text, vendorAt(vendor)),
    device(vendor, device) {
      const start = vendorAt(vendor);
      const found = start === undefined ? undefined : lineAfter(text, `\n\t${device}  `, start);
      return start !== undefined && found !== undefined && found < endOfVendor(text, start)
        ? rest(text, found)
        : undefined;
    },
  };
}

function lineAfter(text: Buffer, label: string, from: number): number | undefined {
  const found = text.indexOf(label, from);
  return found < 0 ? undefined : found + label.length;
}

const NEWLINE = 10;
const TAB = 9;
const HASH = 35;

/** A vendor's devices end at the first line that is neither indented nor a remark. */
function endOfVendor(text: Buffer, start: number): number {
  let newline = text.indexOf(NEWLINE, start);
  while (newline >= 0 && (text[newline + 1] === TAB || text[newline + 1] === HASH)) {
    newline = text.indexOf(NEWLINE, newline + 1);
  }
  return newline < 0 ? text.length : newline;
}

function rest(text: Buffer, start: number | undefined): string | undefined {
  if (start === undefined) return undefined;
  const end = text.indexOf(NEWLINE, start);
  return text.toString('utf8', start, end < 0 ? text.length : end).trim();
}
