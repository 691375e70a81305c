/** Values that stand where a serial number, a UUID or a MAC address should, and so tell no machine from another. */

/** True for what firmware makers leave in a serial number: nothing, one repeated character, a sentence, a count. */
export function isPlaceholderSerial(serial: string): boolean {
  const text = serial.trim().toLowerCase();
  return text.length < 2 || serialWords.has(text) || serialShapes.some((shape) => shape.test(text));
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

const serialWords: ReadonlySet<string> = new Set([
  'n/a',
  'na',
  'nil',
  'none',
  'null',
  'oem',
  'eval',
  'empty',
  'invalid',
  'unknown',
  'undefined',
  'serial',
  'default',
  'default string',
  '(null string)',
  'not available',
  'not applicable',
  'not specified',
  'not present',
  'no asset tag',
  'iatpass',
]);

const serialShapes: readonly RegExp[] = [
  /^(.)\1*$/,
  /^[0.\-_ ]+$/,
  /^(?:sn-|sys-)?0?123456?7?8?9?0?$/,
  /^(?:to be )?filled by o\.?e\.?m\.?/,
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
