import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

/** Folder of what may be read by tests but not kept beside them; undefined where there is none. */
export const samples = process.env['PARCOURS_SAMPLES'];

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly required?: readonly string[];
}

/** GLPI's published schema of inventories. */
export function readSchema(): SchemaNode & object {
  return JSON.parse(readFileSync(join(samples ?? '', 'samples/inventory_format/inventory.schema.json'), 'utf8'));
}

/** What the schema has against a document; undefined where it takes it. */
export function schemaChecker(): (document: string) => string | undefined {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(readSchema());
  return (document) => (validate(JSON.parse(document)) ? undefined : ajv.errorsText(validate.errors));
}
