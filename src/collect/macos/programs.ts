import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { allowed } from '../sources/text.ts';
import { localMoment, text } from '../sources/values.ts';
import { askSystem } from './system-report.ts';
import { type Item, texts } from './values.ts';

/** Applications, and who made them by the code signature. */
export const macosPrograms: Collector<'softwares'> = {
  name: 'macos/programs',
  section: 'softwares',
  platforms: ['darwin'],
  async collect(host) {
    const report = await askSystem(host, ['SPApplications', 'SPInstallHistory']);
    if (!report) return undefined;
    const installs = installMoments(report.parts('SPInstallHistory'));
    const rows = report.parts('SPApplications').map((program) => programRow(host, program, installs));
    const missing = report.missing ?? (rows.length > 0 ? await hiddenHomes(host) : undefined);
    return { rows, ...present({ missing }) };
  },
};

function programRow(host: Host, program: Item, installs: ReadonlyMap<string, string>): SectionRow<'softwares'> {
  const [name, version] = [text(program['_name']), text(program['version'])];
  const { obtained_from: obtained } = program;
  const origin = text(obtained);
  // What is copied into its place leaves no note; then it was last changed. Those of the system came with it.
  const moment = installs.get(`${name} ${version}`) ?? (origin === 'apple' ? undefined : program['lastModified']);
  return present({
    name,
    version,
    publisher: origin === 'apple' ? 'Apple' : signer(texts(program['signed_by'])),
    installDate: localMoment(host, moment),
    architecture: ARCHITECTURES[text(program['arch_kind']) ?? ''],
    folder: text(program['path']),
    from: origin === 'unknown' ? undefined : origin,
  });
}

const ARCHITECTURES: Readonly<Record<string, string>> = {
  arch_arm_i64: 'universal',
  arch_arm: 'arm64',
  arch_ios: 'arm64',
  arch_i64: 'x86_64',
  arch_i32_i64: 'x86_64',
  arch_i32: 'i386',
  arch_ppc: 'ppc',
};

/** The first signature is the maker's, `Developer ID Application: Mozilla Corporation (43AQ936H96)`; the store's says none. */
function signer([signature = '']: readonly string[]): string | undefined {
  return /^[^:]+: (.*?)(?: \([A-Z0-9]+\))?$/.exec(signature)?.[1];
}

/** When a version of a program was installed, the last time. */
function installMoments(history: readonly Item[]): ReadonlyMap<string, string> {
  const notes = history.flatMap((note) => {
    const at = text(note['install_date']);
    return at ? [{ key: `${text(note['_name'])} ${text(note['install_version'])}`, at }] : [];
  });
  return new Map(notes.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).map(({ key, at }) => [key, at]));
}

const HOMES = '/Users';
const NOBODY = new Set(['Shared', 'Guest', 'Deleted Users']);

/** Programs that others keep in their home folders show to root alone. */
async function hiddenHomes(host: Host): Promise<string | undefined> {
  if (host.facts.userId === 0) return undefined;
  const names = (await allowed(host.list(HOMES))) ?? [];
  const people = names.filter((name) => !name.startsWith('.') && !NOBODY.has(name));
  return people.length > 1 ? 'needs-root: programs in the home folders of others' : undefined;
}
