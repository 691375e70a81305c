/** True for what a baseline may be called: what can be typed behind `@baseline:` without quotes. */
export function isBaselineName(name: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(name);
}

/** A name made of what people call a machine or a room; empty where nothing of it can stand in one. */
export function baselineNameFrom(text: string): string {
  return text.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[^\p{L}\p{N}]+|-+$/gu, '');
}
