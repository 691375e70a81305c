import type { Preview } from '../agent/preview.ts';
import { sourcesOf } from '../collect/refine.ts';
import type { Messages } from '../i18n/en.ts';
import { formatQuantity } from '../i18n/format.ts';
import { reasonText } from '../i18n/language.ts';
import { describe, type SectionName, sectionNames } from '../model/catalogue.ts';
import { ParcoursError } from '../model/errors.ts';
import type { SectionReport } from '../model/inventory.ts';
import { safeText } from '../model/safe-text.ts';
import { encodeBody } from '../wire/inflate.ts';
import { previewHere } from './agent-run.ts';
import type { Arguments, Context } from './command.ts';
import { type Explained, explainSection } from './explain.ts';
import { printJson, tableLines } from './output.ts';
import { valueText } from './section-text.ts';

/** `--dry-run` and `--explain`: reads the machine and shows what would be sent. */
export async function showPreview(context: Context): Promise<void> {
  refuseEffects(context.args);
  const preview = await previewHere(context);
  if (printJson(context, answerOf(context, preview))) return;
  for (const line of linesOf(context, preview)) context.print(line);
}

/** Nothing is written and nobody is asked, so what would do either has no place here. */
function refuseEffects({ flag, optional, text }: Arguments): void {
  const given = [
    ...['stdout', 'daemon', 'adopt', 'lazy'].filter((name) => flag(name)),
    ...(optional('local') === undefined ? [] : ['local']),
    ...(text('wait') === undefined ? [] : ['wait']),
  ];
  if (given[0])
    throw new ParcoursError('usage', `--dry-run and --explain send and write nothing: leave out --${given[0]}`);
}

function answerOf({ args }: Context, preview: Preview) {
  const { inventory, addresses, document, collectors } = preview;
  return {
    deviceId: inventory.deviceId,
    servers: addresses,
    document: sizeOf(document),
    sections: reportedSections(preview).map((section) => ({
      ...summaryOf(preview, section),
      ...(args.flag('explain') ? { fields: fieldsOf(preview, section) } : {}),
    })),
    collectors,
  };
}

function reportedSections({ inventory }: Preview): readonly SectionName[] {
  return sectionNames.filter((name) => inventory.reports[name] || inventory.sections[name]);
}

function summaryOf({ inventory, collectors }: Preview, name: SectionName) {
  const { state, reason } = inventory.reports[name] ?? { state: 'complete' };
  const milliseconds = Math.max(
    0,
    ...collectors.filter(({ section }) => section === name).map((one) => one.milliseconds),
  );
  return { name, state, reason, rows: inventory.sections[name]?.length ?? 0, milliseconds };
}

function fieldsOf({ inventory, outcomes }: Preview, section: SectionName): readonly Explained[] {
  return explainSection(section, inventory.sections[section] ?? [], outcomes);
}

/** In bytes, as it is and as it travels. */
function sizeOf(document: string) {
  return { bytes: Buffer.byteLength(document), compressed: encodeBody(document, 'zlib').byteLength };
}

function linesOf(context: Context, preview: Preview): string[] {
  const { args, language, messages } = context;
  const { bytes, compressed } = sizeOf(preview.document);
  const [whole, wire] = [bytes, compressed].map((size) => formatQuantity(language, size, 'bytes'));
  const { addresses } = preview;
  return [
    ...reportedSections(preview).flatMap((section) => [
      headLine(context, preview, section),
      ...(args.flag('explain') ? fieldLines(context, preview, section) : []),
    ]),
    messages.cli.wouldSend(safeText(preview.inventory.deviceId), whole ?? '', wire ?? ''),
    addresses.length > 0 ? messages.cli.wouldGoTo(safeText(addresses.join(', '))) : messages.cli.wouldGoNowhere,
  ];
}

function headLine({ language, messages }: Context, preview: Preview, section: SectionName): string {
  const { state, reason, rows, milliseconds } = summaryOf(preview, section);
  const why = reason === undefined ? '' : `, ${safeText(reasonText(messages, reason))}`;
  const label = describe(section).label[language];
  return `${label}: ${messages.cli.rowCount(rows)}, ${milliseconds} ms, ${stateText(messages, state)}${why}`;
}

function stateText({ tui }: Messages, state: SectionReport['state']): string {
  return state === 'unchanged' ? state : tui.completeness[state];
}

function fieldLines({ language, messages }: Context, preview: Preview, section: SectionName): string[] {
  const { fields } = describe(section);
  const { field, time, personal, origin, source, value } = messages.cli.explainHeaders;
  const derived = messages.cli.derived(
    sourcesOf(section)
      .map((name) => describe(name).label[language])
      .join(', '),
  );
  const cells = fieldsOf(preview, section).map((one) => [
    `${one.row} ${fields[one.field]?.label[language] ?? one.field}`,
    one.milliseconds === undefined ? '' : `${one.milliseconds} ms`,
    one.personal ? messages.cli.personalData : '',
    one.collector ?? derived,
    one.source ?? '',
    valueText(language, fields[one.field], one.value),
  ]);
  if (cells.length === 0) return [];
  return tableLines([field, time, personal, origin, source, value], cells).map((line) => `  ${line}`);
}
