/** Values that stand where a serial number, a UUID or a MAC address should, and so tell no machine from another. */

/** True for what firmware makers leave in a serial number: nothing, one repeated character, a sentence, a count. */
export function isPlaceholderSerial(serial: string): boolean {
  const text = serial.trim().toLowerCase();
  if (text.length < 2 || isPlaceholderText(text)) return true;
  return serialWords.has(text) || serialShapes.some((shape) => shape.test(text));
}

/** True for what firmware makers leave in any other text: nothing, zeros, a word for nothing, a sentence. */
export function isPlaceholderText(given: string): boolean {
  const text = given.trim().toLowerCase();
  return text === '' || textWords.has(text) || textShapes.some((shape) => shape.test(text));
}

/** True for a UUID that no vendor ever assigned. */
export function isPlaceholderUuid(uuid: string): boolean {
  const digits = uuid.replace(/[^0-9a-f]/gi, '').toLowerCase();
  return digits.length !== 32 || /^(.)\1+$/.test(digits) || digits.startsWith('03000200040005000006000700080009');
}

/** True for an address that many machines have: none, broadcast, or that of a software adapter. */
export function isPlaceholderMac(mac: string): boolean {
  const address = mac.toLowerCase();
  return !/^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/.test(address) || sharedMacs.some((prefix) => address.startsWith(prefix));
}

const textWords: ReadonlySet<string> = new Set([
  ...['n/a', 'na', 'nil', 'none', 'null', '(null string)', 'empty', 'invalid', 'unknown', 'undefined', 'unspecified'],
  ...['not available', 'not applicable', 'not specified', 'not provided', 'not present', 'not installed'],
  ...['not supported', 'not supported by cpu'],
  ...['default', 'default string', 'oem', 'o.e.m.', 'system manufacturer', 'system product name', 'system version'],
  ...['system sku', 'sku', 'asset tag', 'no asset tag', 'no asset information', 'part number', 'partnum', 'sernum'],
  ...['serial', 'serial number', 'no dimm', 'no module installed'],
]);

const textShapes: readonly RegExp[] = [
  /^[0.\-_x*#\s]+$/,
  /^f{8,}$/,
  /^(?:to be )?filled by o\.?e\.?m\.?/,
  /^(?:manufacturer|sernum|asset ?tag ?num|modulepartnumber|partnum|array\d+_\w+)\d*$/,
  /^(?:system|chassis|base ?board|board)[ -_]*serial[ -_]*(?:number|num|no\.?)$/,
  /^(?:asset-)?0?1234567890?$/,
  /^0?123456789$/,
];

const serialWords: ReadonlySet<string> = new Set(['eval', 'iatpass']);

const serialShapes: readonly RegExp[] = [
  /^(.)\1*$/,
  /^(?:sn-|sys-)?0?123456?7?8?9?0?$/,
  /^(?:system|chassis|base ?board|board|serial)[ -_]*(?:serial)?[ -_]*(?:number|num|no\.?)$/,
];

const sharedMacs: readonly string[] = [
  '00:00:00:00:00:00',
  'ff:ff:ff:ff:ff:ff',
  '44:45:53:54:', // dial-up adapters of Windows
  '02:00:4c:4f:4f:50', // loopback adapter of Windows
  '00:50:56:c0:00:', // host adapters of VMware
  '0a:00:27:00:00:', // host adapters of VirtualBox
  '02:42:', // bridges and ends of Docker networks
];
