import sheet from './data/machine-sheet.json' with { type: 'json' };
import type { Template } from './template.ts';
import { parseTemplate } from './template-file.ts';

/** The sheet of the course, as a teacher would begin to edit it. */
export function machineSheetText(): string {
  return `${JSON.stringify(sheet, null, 2)}\n`;
}

export function machineSheet(): Template {
  return parseTemplate(machineSheetText(), 'machine-sheet');
}
