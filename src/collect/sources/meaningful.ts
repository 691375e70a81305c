import { isPlaceholderText } from '../../model/placeholders.ts';

/** A firmware or device string, trimmed, its blanks single; undefined where it is a placeholder. */
export function meaningful(text: string | undefined): string | undefined {
  const trimmed = text?.replaceAll('\0', '').trim().replace(/\s+/g, ' ');
  return trimmed && !isPlaceholderText(trimmed) ? trimmed : undefined;
}
