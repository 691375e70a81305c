// JEDEC JEP106: how many times 7Fh stands before the maker's number, and the number, in hex.
const MAKERS: Readonly<Record<string, string>> = {
  '002C': 'Micron',
  '0089': 'Intel',
  '0098': 'Toshiba',
  '00AD': 'SK hynix',
  '00C1': 'Infineon',
  '00CE': 'Samsung',
  '014F': 'Transcend',
  '017A': 'Apacer',
  '0194': 'Smart Modular',
  '0198': 'Kingston',
  '029E': 'Corsair',
  '02FE': 'Elpida',
  '030B': 'Nanya',
  '0443': 'Ramaxel',
  '04CB': 'A-DATA',
  '04CD': 'G.Skill',
  '04EF': 'Team Group',
  '0502': 'Patriot',
  '0551': 'Qimonda',
  '059B': 'Crucial',
};

// The number alone, or with those of the register and of the chips behind it; some leave zeros there.
const NUMBER = /^(?:0x)?([\dA-F]{2})([\dA-F]{2})(?:[\dA-F]{8}|0*)$/i;
const PARITY = 0x80;

/** Name of a maker whose firmware only gives its number: `80CE000080CE` → Samsung. Any other text stays as it is. */
export function memoryMaker(text: string | undefined): string | undefined {
  const [, bank, number] = NUMBER.exec(text ?? '') ?? [];
  if (!bank || !number) return text;
  const first = (Number.parseInt(bank, 16) & ~PARITY).toString(16).padStart(2, '0');
  return MAKERS[`${first}${number}`.toUpperCase()] ?? text;
}
