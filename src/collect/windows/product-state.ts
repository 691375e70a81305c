/**
 * `productState` of root/SecurityCenter2, which Microsoft shows only through wscapi.h: bits 12 to 15 tell whether the
 * product watches (0 off, 1 on, 2 snoozed, 3 expired), bit 4 whether its signatures are old.
 */
export function isProductOn(state: number): boolean {
  return ((state >> 12) & 0xf) === 1;
}

export function isProductUpToDate(state: number): boolean {
  return (state & 0x10) === 0;
}
