/** A number as a person typed it, with what it may mean. */
export interface Quantity {
  /** In bytes, hertz, or bare. */
  readonly amount: number;
  /** The smallest step of what was typed: 15.6 GiB was rounded to a tenth of one. */
  readonly step: number;
  /** As typed, without its spelling: `gb` for Go and GB. */
  readonly unit: string;
}

/**
 * All that a text may mean, none where it is no number. A comma is a decimal one, or groups thousands; a `Go` or `GB` is
 * decimal as on a disk, or binary as Windows shows memory. A bare number has the unit of its field.
 */
export function quantitiesOf(text: string, usualUnit: string | undefined): readonly Quantity[] {
  const [, digits = '', typed = ''] = QUANTITY.exec(text.replaceAll(BLANKS, ' ').trim()) ?? [];
  const unit = (typed || (usualUnit ?? ''))
    .toLowerCase()
    .replace(/octets?|bytes?/, 'b')
    .replace(/o$/, 'b');
  const sizes = digits === '' ? [] : sizesOf(unit);
  return numbersOf(digits).flatMap(({ number, step }) =>
    sizes.map((size) => ({ amount: number * size, step: step * size, unit })),
  );
}

const QUANTITY = /^([\d][\d ',.]*?) ?([a-zA-Z%]*)$/;
const BLANKS = /[\s\u00a0\u202f]+/g;

/** How much one is; none for a unit that is none. Binary and decimal where people write both alike. */
function sizesOf(unit: string): readonly number[] {
  if (unit === '') return [1];
  const [, prefix = '', binary = '', base = ''] = /^([kmgtp]?)(i?)(b|hz)$/.exec(unit) ?? [];
  if (base === '') return [];
  const power = ['', 'k', 'm', 'g', 't', 'p'].indexOf(prefix);
  if (base === 'hz') return [1000 ** power];
  return binary ? [1024 ** power] : [1000 ** power, 1024 ** power];
}

function numbersOf(digits: string): readonly { readonly number: number; readonly step: number }[] {
  const bare = digits.replaceAll(/[ ']/g, '');
  const decimal = bare.replace(/[.,](?=.*[.,])/g, '').replace(',', '.');
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(bare) ? bare.replaceAll(/[.,]/g, '') : undefined;
  return [decimal, ...(grouped === undefined ? [] : [grouped])].map((written) => ({
    number: Number(written),
    step: 10 ** -(written.split('.')[1]?.length ?? 0),
  }));
}
