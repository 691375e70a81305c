import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readTypedFile } from '../../src/cli/typed-file.ts';
import { fr } from '../../src/i18n/fr.ts';
import { problemText } from '../../src/i18n/problem.ts';

it('says of a file that is not there, or is a folder, what it is, in the language of the reader', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parcours-'));
  const missing: unknown = await readTypedFile(join(folder, 'gone.ocs')).catch((error: unknown) => error);
  const wrong: unknown = await readTypedFile(folder).catch((error: unknown) => error);

  expect(missing).toMatchObject({ code: 'bad-input', message: `${folder}/gone.ocs does not exist` });
  expect(problemText(fr, missing)).toBe(`${folder}/gone.ocs n’existe pas`);
  expect(problemText(fr, wrong)).toBe(`${folder} est un dossier ; il faut un fichier`);
});
