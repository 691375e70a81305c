import { WireError } from '../wire-error.ts';

/** Refuses what can name no machine: DEVICEIDs have 1 to 255 characters, none of them a control or a slash. */
export function checkDeviceId(id: string): string {
  if (id.length > 255) throw new WireError('DEVICEID has more than 255 characters');
  if (UNSAFE.test(id)) throw new WireError('DEVICEID has a control character, a slash or a backslash');
  return id;
}

/** OCS protocol section 5.1: a host name, and the local time of the agent's first run. */
export function isOcsDeviceId(id: string): boolean {
  return /^.+-\d{4}(?:-\d\d){5}$/.test(id);
}

// U+FFFD stands where the parser replaced a control character.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffd/\\]/;
