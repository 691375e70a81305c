import { problem } from '../i18n/problem.ts';
import { isSectionName, type SectionName, sectionNames } from '../model/catalogue.ts';
import type { Arguments } from './command.ts';

/** The section that an option names; undefined where it was not given. Fails with `usage`, naming those there are. */
export function sectionOf(args: Arguments, option: string): SectionName | undefined {
  const name = args.text(option);
  return name === undefined ? undefined : sectionNamed(name, option);
}

/** The sections that an option lists, with commas between them. */
export function sectionsOf(args: Arguments, option: string): readonly SectionName[] | undefined {
  return args
    .text(option)
    ?.split(',')
    .map((name) => sectionNamed(name, option));
}

function sectionNamed(text: string, option: string): SectionName {
  const name = text.trim().toLowerCase();
  if (isSectionName(name)) return name;
  if (OTHER_NAMES.has(name)) return 'languagepackages';
  throw problem('usage', 'noSection', option, text.trim(), sectionNames.join(', '));
}

/** The programs that people know these packages by. */
const OTHER_NAMES: ReadonlySet<string> = new Set(['pip', 'npm', 'gem']);
