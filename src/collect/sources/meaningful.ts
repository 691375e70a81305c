import { isPlaceholderText } from '../../model/placeholders.ts';

/** A firmware or device string, trimmed, its blanks single; undefined where it is a placeholder. */
export function meaningful(text: string | undefined): string | undefined {
  const trimmed = text?.replaceAll('\0', '').trim().replace(/\s+/g, ' ');
  return trimmed && !isPlaceholderText(trimmed) ? trimmed : undefined;
}

/** A MAC address in lower case; undefined where it is nothing but zeros, as of tunnels. */
export function meaningfulMac(mac: string | undefined): string | undefined {
  return mac && !/^[0:]*$/.test(mac) ? mac.toLowerCase() : undefined;
}
