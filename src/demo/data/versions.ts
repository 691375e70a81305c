/** The next version of what is not rolling: the last number of the version, and one more. */
export function nextVersion(version: string): string {
  return version.replace(/(\d+)(?!.*\d)/, (number) => String(Number(number) + 1).padStart(number.length, '0'));
}
