import { isDeviceId } from '../../model/device-id.ts';
import { WireError } from '../wire-error.ts';
import { type JsonObject, textMember } from './json.ts';

/** The id in a document; undefined for the one that GLPI's command-line tools give to every document they make. */
export function deviceIdIn(document: JsonObject): string | undefined {
  const id = textMember(document, 'deviceid');
  if (id === undefined || id === ANYONE) return undefined;
  if (isDeviceId(id)) return id;
  throw new WireError('deviceid has a control character, a slash or a backslash, or more than 255 characters');
}

/** Stands where no id is known. GLPI reference 4. */
export const ANYONE = 'foo';
