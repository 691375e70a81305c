// What makers leave in firmware strings where there is nothing to say.
const PLACEHOLDERS = new Set([
  ...['not specified', 'not available', 'not applicable', 'not provided', 'not present', 'not installed', 'n/a', 'na'],
  ...['none', 'null', 'nil', 'empty', 'unknown', 'undefined', 'invalid', 'no dimm', 'no module installed', 'default'],
  ...['default string', 'to be filled by o.e.m.', 'to be filled by oem', 'o.e.m.', 'oem', 'system manufacturer'],
  ...['system product name', 'system serial number', 'system version', 'system sku', 'sku', 'base board serial number'],
  ...['chassis serial number', 'asset tag', 'no asset tag', 'no asset information', 'asset-1234567890', '123456789'],
  ...['0123456789', '1234567890', 'serial', 'serial number', 'sernum', 'part number', 'partnum', 'unspecified'],
]);
const NUMBERED_PLACEHOLDER = /^(?:manufacturer|sernum|assettagnum|asset ?tag|modulepartnumber|partnum|array\d+_)\d*$/i;
const FILLER = /^(?:[0.\-_x*#\s]+|f{8,})$/i;

/** A firmware or device string, trimmed; undefined where it is a placeholder. */
export function meaningful(text: string | undefined): string | undefined {
  const trimmed = text?.replaceAll('\0', '').trim().replace(/\s+/g, ' ');
  if (!trimmed || PLACEHOLDERS.has(trimmed.toLowerCase()) || NUMBERED_PLACEHOLDER.test(trimmed)) return undefined;
  return FILLER.test(trimmed) ? undefined : trimmed;
}
