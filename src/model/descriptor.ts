/** The words in which `model/sections/` is written: what a section of an inventory is made of. */

/** Text shown to people, in both languages the product speaks. */
export interface Label {
  readonly en: string;
  readonly fr: string;
}

/** Unit in which a number travels and is stored; scaling it for display is the screen's business. */
export type Unit = 'bytes' | 'MB' | 'MiB' | 'MHz' | 'Mbit/s' | 'bit' | '%' | 'mV' | 'mWh' | 's';

/** Heading of the course under which a section is shown; the explorer's tabs 1 to 6. */
export type Topic = 'hardware' | 'system' | 'software' | 'network' | 'peripherals' | 'security';

export interface FieldOptions {
  /** Where the meaning can be checked: a kernel file, an SMBIOS type and offset, a protocol section. */
  readonly source?: string;
  /** Masked on export and hidden by default: serials, licence keys, user names. */
  readonly sensitive?: true;
  /** Changes at every run, so a difference is not news. */
  readonly volatile?: true;
  /** Element name in FusionInventory's dialect, where it differs from the OCS one. */
  readonly fusion?: string;
  /** Key in GLPI's JSON, where it is neither FusionInventory's name nor the OCS one in lower case. */
  readonly glpi?: string;
}

interface FieldBase extends FieldOptions {
  /** Element name in the OCS dialect. */
  readonly tag: string;
  readonly label: Label;
}

export interface TextOptions extends FieldOptions {
  /** What people read in place of the words of a fixed vocabulary; any other text stands as it is. */
  readonly words?: Readonly<Record<string, Label>>;
}

export interface TextField extends FieldBase, TextOptions {
  readonly type: 'text';
}

export interface NumberField extends FieldBase {
  readonly type: 'integer' | 'decimal';
  readonly unit?: Unit;
}

/** 1 or 0 on the wire. */
export interface YesNoField extends FieldBase {
  readonly type: 'yesNo';
}

/** Stored as `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS`, the machine's local time. */
export interface DateField extends FieldBase {
  readonly type: 'date';
}

/** Several values: repeated elements, or one text joined by the separator. Their order means nothing. */
export interface ListField extends FieldBase {
  readonly type: 'list';
  readonly separator: string;
}

export type Field = TextField | NumberField | YesNoField | DateField | ListField;
export type Fields = Readonly<Record<string, Field>>;

export function text(tag: string, en: string, fr: string, options?: TextOptions): TextField {
  return { type: 'text', tag, label: { en, fr }, ...options };
}

export function integer(tag: string, en: string, fr: string, options?: FieldOptions & { unit?: Unit }) {
  return { type: 'integer', tag, label: { en, fr }, ...options } as const satisfies NumberField;
}

export function decimal(tag: string, en: string, fr: string, options?: FieldOptions & { unit?: Unit }) {
  return { type: 'decimal', tag, label: { en, fr }, ...options } as const satisfies NumberField;
}

export function yesNo(tag: string, en: string, fr: string, options?: FieldOptions): YesNoField {
  return { type: 'yesNo', tag, label: { en, fr }, ...options };
}

export function date(tag: string, en: string, fr: string, options?: FieldOptions): DateField {
  return { type: 'date', tag, label: { en, fr }, ...options };
}

export function list(tag: string, separator: string, en: string, fr: string, options?: FieldOptions): ListField {
  return { type: 'list', tag, separator, label: { en, fr }, ...options };
}

interface SectionBase<F extends Fields> {
  readonly topic: Topic;
  readonly label: Label;
  readonly fields: F;
  /** Fields of the table view, in order; the rest shows in the detail of a row. */
  readonly columns: readonly (keyof F & string)[];
  /** Bit of HARDWARE/CHECKSUM; absent where the protocol gives none. */
  readonly bit?: number;
  /** Other element names under which agents send this section. */
  readonly aliases?: readonly string[];
  /** Key in GLPI's JSON, where it is not the tag in lower case. */
  readonly glpi?: string;
  /** The whole section changes at every run: the latest content is kept, never compared. */
  readonly volatile?: true;
}

interface ManyBase<F extends Fields> extends SectionBase<F> {
  /** Ways to recognise the same row in two snapshots, best first. */
  readonly identity: readonly (readonly (keyof F & string)[])[];
}

export interface SingleSection<F extends Fields = Fields> extends SectionBase<F> {
  readonly tag: string;
  readonly cardinality: 'one';
}

export interface ListSection<F extends Fields = Fields> extends ManyBase<F> {
  readonly tag: string;
  readonly cardinality: 'many';
}

export type SectionDescriptor = SingleSection | ListSection;

/** A section the machine has exactly one of. */
export function one<const F extends Fields>(tag: string, base: SectionBase<F>): SingleSection<F> {
  return { tag, cardinality: 'one', ...base };
}

/** A section that lists rows. */
export function many<const F extends Fields>(tag: string, base: ManyBase<F>): ListSection<F> {
  return { tag, cardinality: 'many', ...base };
}

/** What one field of a row can hold. */
export type Value = string | number | boolean | readonly string[];

type ValueOf<T extends Field> = T extends NumberField
  ? number
  : T extends YesNoField
    ? boolean
    : T extends ListField
      ? readonly string[]
      : string;

/** One row of a section. Every field may be missing: agents report what they find. */
export type Row<D extends { readonly fields: Fields }> = {
  readonly [K in keyof D['fields']]?: ValueOf<D['fields'][K]>;
} & { readonly extras?: readonly RawElement[] };

/** An element the catalogue cannot hold, kept where it was found so that nothing received is lost. */
export interface RawElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly children?: readonly RawElement[];
}

/** A row whose section is not known at compile time: use `fieldValue` to read it. */
export interface AnyRow {
  readonly [field: string]: Value | readonly RawElement[] | undefined;
  readonly extras?: readonly RawElement[];
}

/** The value of a declared field of a row of any section. */
export function fieldValue(row: AnyRow, field: string): Value | undefined {
  return field === 'extras' ? undefined : (row[field] as Value | undefined);
}
