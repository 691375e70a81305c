import type { MachineView } from '../../fleet/fleet.ts';
import { describe, type SectionName } from '../../model/catalogue.ts';
import { csvCell } from '../../model/csv.ts';
import { type AnyRow, fieldValue, type Value } from '../../model/descriptor.ts';
import { ParcoursError } from '../../model/errors.ts';
import { safeJson, safeText } from '../../model/safe-text.ts';
import type { Arguments, Command, Context } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { inventoryOf, redacted } from '../export-view.ts';
import { openFleet } from '../fleet.ts';
import { sectionOf } from '../section-names.ts';

export const command: Command = {
  positionals: '<machines..>',
  options: ['format', 'section', 'strict', 'redact'],
  examples: [
    'parcours export pc-b104 --format ocs > pc-b104.ocs',
    'parcours export pc-b104 --format parcours > pc-b104.json',
    'parcours export pc-b104 --format glpi --strict > pc-b104.json',
    'parcours export pc-b104 --format csv --section softwares --redact',
  ],
  async run(context) {
    const { args, places, print } = context;
    const format = formatOf(args);
    refuseIdleOptions(args, format);
    const section = sectionOf(args, 'section') ?? 'softwares';
    const fleet = await openFleet(places.store, context);
    const views: MachineView[] = [];
    for (const machine of args.texts('machines')) {
      const view = await fleet.view(await fleet.locate(machine));
      views.push(args.flag('redact') ? redacted(view) : view);
    }
    if (format === 'json') print(safeJson(views.length === 1 ? views[0] : views, 2));
    if (format === 'csv') for (const line of csvLines(views, section)) print(line);
    if (format === 'parcours') for (const view of views) print(await ownDocument(view));
    if (format === 'glpi') for (const view of views) print(await glpiDocument(context, view));
    if (format === 'ocs') for (const view of views) print(await ocsDocument(view));
    return exitCodes.done;
  },
};

/** An option that this format has no use for was meant for another. */
function refuseIdleOptions(args: Arguments, format: Format): void {
  if (args.text('section') !== undefined && format !== 'csv') {
    throw new ParcoursError('usage', '--section goes with --format csv');
  }
  if (args.flag('strict') && format !== 'glpi') throw new ParcoursError('usage', '--strict goes with --format glpi');
  if (args.optional('json') !== undefined && format !== 'json') {
    throw new ParcoursError('usage', `--json and --format ${format} ask for different things`);
  }
}

function formatOf(args: Arguments): Format {
  const format = args.text('format') ?? 'json';
  const known = FORMATS.find((candidate) => candidate === format);
  if (known) return known;
  throw new ParcoursError('usage', `--format ${format}: machines are exported as ${FORMATS.join(', ')}`);
}

const FORMATS = ['json', 'csv', 'ocs', 'glpi', 'parcours'] as const;
type Format = (typeof FORMATS)[number];

async function glpiDocument({ args, messages, note }: Context, view: MachineView): Promise<string> {
  const { encodeGlpi } = await import('../../wire/glpi/inventory.ts');
  const strict = args.flag('strict');
  const { text, lost } = encodeGlpi(inventoryOf(view), { strict });
  if (strict && lost.length > 0) note(messages.cli.leftOut(safeText(view.machine.name), lost.map(safeText).join(', ')));
  return text.trimEnd();
}

async function ownDocument(view: MachineView): Promise<string> {
  const { encodeOwn } = await import('../../wire/own.ts');
  return encodeOwn(inventoryOf(view)).trimEnd();
}

async function ocsDocument(view: MachineView): Promise<string> {
  const { encodeInventory } = await import('../../wire/ocs/request.ts');
  const { checksum } = await import('../../wire/ocs/checksum.ts');
  return encodeInventory(inventoryOf(view), checksum(undefined, view.snapshot.sections)).trimEnd();
}

/** One section as CSV: its fields in catalogue order, after the machine they belong to. */
function csvLines(views: readonly MachineView[], name: SectionName): string[] {
  const isKnown = views.some(({ sections }) => sections.some((section) => section.name === name));
  if (!isKnown) throw new ParcoursError('not-found', `no section ${name} in what is exported`);
  const fields = Object.keys(describe(name).fields);
  const rows = views.flatMap((view) => rowsOf(view, name).map((row) => csvRow(view, fields, row)));
  return [['machine', 'name', ...fields].join(','), ...rows];
}

function rowsOf(view: MachineView, name: SectionName): readonly AnyRow[] {
  return view.sections.find((section) => section.name === name)?.rows ?? [];
}

function csvRow({ machine }: MachineView, fields: readonly string[], row: AnyRow): string {
  return [machine.id, machine.name, ...fields.map((field) => fieldValue(row, field))].map(cellOf).join(',');
}

function cellOf(value: Value | undefined): string {
  return csvCell(typeof value === 'object' ? value.join('; ') : value);
}
