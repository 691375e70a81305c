import type { SheetState } from '../tui/sheet/state.ts';
import type { Context } from './command.ts';
import { exerciseFolder } from './lab.ts';
import { isPlain } from './plain.ts';

/** Opens the sheet of the exercise until the person leaves it: how it was left. It is on disk at every moment. */
export async function fillSheetHere(context: Context): Promise<SheetState> {
  const { environment, language, log, now, stdin, stdout, stop } = context;
  const [{ readExercise, readManual, writeManual }, { EMPTY_SHEET }, { fillSheet }] = await Promise.all([
    import('../lab/exercise.ts'),
    import('../lab/sheet.ts'),
    import('../tui/sheet/fill.tsx'),
  ]);
  const folder = exerciseFolder(context);
  const [{ template }, sheet] = [await readExercise(folder), (await readManual(folder)) ?? EMPTY_SHEET];
  return fillSheet({
    template,
    sheet,
    save: (filled) => writeManual(folder, filled),
    language,
    platform: process.platform === 'win32' ? 'windows' : 'linux',
    now,
    stdin,
    stdout,
    environment,
    plain: isPlain(context),
    log,
    stop,
  });
}
