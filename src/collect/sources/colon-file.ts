/** Lines of at least so many fields between colons, as in /etc/passwd. NIS markers (`+`, `-`) and remarks are no lines. */
export function parseColonFile(text: string, fields: number): readonly (readonly string[])[] {
  return text
    .split('\n')
    .filter((line) => !/^\s*(?:[#+-]|$)/.test(line))
    .map((line) => line.split(':'))
    .filter((line) => line.length >= fields);
}
