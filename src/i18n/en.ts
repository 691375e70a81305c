import { cli } from './en/cli.ts';
import { doctor } from './en/doctor.ts';
import { findings } from './en/findings.ts';
import { kinds } from './en/kinds.ts';
import { lab } from './en/lab.ts';
import { problems } from './en/problems.ts';
import { reasons } from './en/reasons.ts';
import { service } from './en/service.ts';
import { sheet } from './en/sheet.ts';
import { tui } from './en/tui.ts';

/** Every text the product shows to people. Wire names and the agent's log lines are never translated. */
export const en = { cli, doctor, findings, kinds, lab, problems, reasons, service, sheet, tui };

export type Messages = typeof en;
