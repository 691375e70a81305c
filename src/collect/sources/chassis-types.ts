// SMBIOS (DSP0134) 7.4.1, from 01h on.
const CHASSIS_TYPES = [
  ...['Other', 'Unknown', 'Desktop', 'Low Profile Desktop', 'Pizza Box', 'Mini Tower', 'Tower', 'Portable', 'Laptop'],
  ...['Notebook', 'Hand Held', 'Docking Station', 'All in One', 'Sub Notebook', 'Space-saving', 'Lunch Box'],
  ...['Main Server Chassis', 'Expansion Chassis', 'Sub Chassis', 'Bus Expansion Chassis', 'Peripheral Chassis'],
  ...['RAID Chassis', 'Rack Mount Chassis', 'Sealed-case PC', 'Multi-system', 'CompactPCI', 'AdvancedTCA', 'Blade'],
  ...['Blade Enclosing', 'Tablet', 'Convertible', 'Detachable', 'IoT Gateway', 'Embedded PC', 'Mini PC', 'Stick PC'],
];
const LOCK_BIT = 0x80;
const OTHER_OR_UNKNOWN = 2;

/** Name of a chassis type; undefined where the maker did not say. */
export function chassisType(code: number | undefined): string | undefined {
  const type = (code ?? 0) & ~LOCK_BIT;
  return type > OTHER_OR_UNKNOWN ? CHASSIS_TYPES[type - 1] : undefined;
}
