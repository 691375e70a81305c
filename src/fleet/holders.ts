import { type AnyRow, fieldValue } from '../model/descriptor.ts';
import { foldText } from './language/fold.ts';
import { isOrdered, type SoftwareHolders, type SoftwareQuestion } from './language/match.ts';
import { compareToTyped } from './language/versions.ts';

/** Answers questions about packages from the packages of each machine, by its id. */
export function holdersAmong(packages: ReadonlyMap<string, readonly AnyRow[]>): SoftwareHolders {
  return (question) => {
    const holders = [...packages].filter(([, rows]) => rows.some((row) => answers(row, question)));
    return new Set(holders.map(([id]) => id));
  };
}

function answers(row: AnyRow, question: SoftwareQuestion): boolean {
  return isNamed(String(fieldValue(row, 'name') ?? ''), question) && hasVersion(row, question);
}

function isNamed(name: string, { name: asked, whole, pattern }: SoftwareQuestion): boolean {
  if (pattern) return pattern.test(name);
  return whole ? foldText(name) === asked : foldText(name).includes(asked);
}

function hasVersion(row: AnyRow, { version }: SoftwareQuestion): boolean {
  const own = fieldValue(row, 'version');
  return (
    version === undefined ||
    (own !== undefined && isOrdered(version.operator, compareToTyped(String(own), version.text)))
  );
}
