// SMBIOS (DSP0134) 7.10.1; PCI Express comes in rows of one generation: any width, x1, x2, x4, x8, x16.
const TYPES: Readonly<Record<number, string>> = {
  3: 'ISA',
  4: 'MCA',
  5: 'EISA',
  6: 'PCI',
  7: 'PC Card (PCMCIA)',
  8: 'VLB',
  9: 'Proprietary',
  10: 'Processor card',
  11: 'Proprietary memory card',
  12: 'I/O riser card',
  13: 'NuBus',
  14: 'PCI-66',
  15: 'AGP',
  16: 'AGP 2x',
  17: 'AGP 4x',
  18: 'PCI-X',
  19: 'AGP 8x',
  20: 'M.2 Socket 1-DP',
  21: 'M.2 Socket 1-SD',
  22: 'M.2 Socket 2',
  23: 'M.2 Socket 3',
  24: 'MXM Type I',
  25: 'MXM Type II',
  26: 'MXM Type III',
  27: 'MXM Type III-HE',
  28: 'MXM Type IV',
  29: 'MXM 3.0 Type A',
  30: 'MXM 3.0 Type B',
  31: 'PCI Express 2 SFF-8639 (U.2)',
  32: 'PCI Express 3 SFF-8639 (U.2)',
  33: 'PCI Express Mini 52-pin with bottom-side keep-outs',
  34: 'PCI Express Mini 52-pin without bottom-side keep-outs',
  35: 'PCI Express Mini 76-pin',
  36: 'PCI Express 4 SFF-8639 (U.2)',
  37: 'PCI Express 5 SFF-8639 (U.2)',
  38: 'OCP NIC 3.0 Small Form Factor (SFF)',
  39: 'OCP NIC 3.0 Large Form Factor (LFF)',
  40: 'OCP NIC Prior to 3.0',
  48: 'CXL Flexbus 1.0',
  160: 'PC-98/C20',
  161: 'PC-98/C24',
  162: 'PC-98/E',
  163: 'PC-98/Local Bus',
  164: 'PC-98/Card',
  196: 'PCI Express 6+',
  197: 'EDSFF E1',
  198: 'EDSFF E3',
};
const GENERATIONS: readonly (readonly [first: number, name: string])[] = [
  [0xa5, 'PCI Express'],
  [0xab, 'PCI Express 2'],
  [0xb1, 'PCI Express 3'],
  [0xb8, 'PCI Express 4'],
  [0xbe, 'PCI Express 5'],
];
const IN_A_ROW = 6;

/** What fits into a slot; the widths are told apart from it. */
export function slotType(code = 0): string | undefined {
  const generation = GENERATIONS.find(([first]) => code >= first && code < first + IN_A_ROW);
  return generation?.[1] ?? TYPES[code];
}
