/** Language knows how people say which machines they mean: words, columns, comparisons. */

/** Without case and accents: what is typed in a hurry finds what is written with care. */
export function foldText(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const ASCII = /^[\n -~]*$/;
