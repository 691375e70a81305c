import type { Must } from './musts.ts';

/** Every way to set two things side by side. */
export const comparingMusts = {
  'choice of what to compare with: past, machine, baseline': async ({ open, texts }) => {
    const terminal = await open();
    await terminal.press('/', 'B104-03', 'enter', 'd');
    for (const id of ['againstPast', 'againstMachine', 'againstBaseline'] as const) {
      await terminal.shows(texts.commands[id].long);
    }
    await terminal.press('p');
    await terminal.shows(`${texts.compare.title} › B104-03`);
    await terminal.press('escape', 'd', 'm', 'B104-01', 'enter');
    await terminal.shows(/B104-01 ↔ B104-03/);
  },
  'golden baseline, set and compared with': async ({ open, texts }) => {
    const terminal = await open();
    await terminal.press('/', 'B104-01', 'enter', 'b');
    await terminal.shows(': B104');
    await terminal.press('\x15', 'or', 'enter');
    await terminal.shows(texts.notices.saved);
    await terminal.press('escape', '/', 'B104-03', 'enter', 'B', 'down', 'enter');
    await terminal.shows(texts.compare.baseline('or'));
    await terminal.shows(`${texts.compare.title} › B104-01 ↔ B104-03`);
  },
  'what most of a room have, and who differs': async ({ open, texts }) => {
    const terminal = await open();
    await terminal.press('/', 'room:B104', 'enter', 'C');
    await terminal.shows(texts.common.consensus.panes.outliers);
    await terminal.shows(/B104-0\d +\d/);
    await terminal.press('tab');
    await terminal.shows(texts.common.consensus.of('2', '3'));
    await terminal.press('shift-tab', 'enter');
    await terminal.shows(texts.compare.most('B104'));
  },
  'inventory of this machine, with its log and what it changed': async ({ open, texts }) => {
    const terminal = await open();
    await terminal.press('i');
    await terminal.shows('query=PROLOG');
    await terminal.shows(texts.collect.isNew('1'));
    await terminal.shows('accepted');
    await terminal.press('enter');
    await terminal.shows(texts.tabs.hardware);
    await terminal.press('escape', 'i');
    await terminal.shows(texts.collect.same('1').slice(0, 12));
  },
  'possible doubles, with what to do': async ({ open, texts }) => {
    const terminal = await open();
    await terminal.press('D');
    await terminal.shows(/A101-03 .*DESKTOP-3X2H397/);
    await terminal.shows(texts.common.doubles.advice.reinstalled.slice(0, 40));
    await terminal.press('enter');
    await terminal.shows('A101-03 ↔ DESKTOP-3X2H397');
    await terminal.shows(/[~+-] \S/);
  },
} as const satisfies Readonly<Record<string, Must>>;
