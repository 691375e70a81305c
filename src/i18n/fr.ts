import type { Messages } from './en.ts';
import { cli } from './fr/cli.ts';
import { doctor } from './fr/doctor.ts';
import { findings } from './fr/findings.ts';
import { kinds } from './fr/kinds.ts';
import { lab } from './fr/lab.ts';
import { problems } from './fr/problems.ts';
import { reasons } from './fr/reasons.ts';
import { service } from './fr/service.ts';
import { sheet } from './fr/sheet.ts';
import { tui } from './fr/tui.ts';

export const fr = { cli, doctor, findings, kinds, lab, problems, reasons, service, sheet, tui } satisfies Messages;
