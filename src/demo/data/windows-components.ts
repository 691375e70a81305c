import type { Program } from './programs.ts';

const MICROSOFT = 'Microsoft Corporation';

/** What Windows lists beside the programs that somebody chose: runtimes, language packs, drivers and updates. */
export const windowsComponents: readonly Program[] = [
  ...['2005', '2008', '2010', '2012', '2013', '2015-2022'].flatMap((year, nth) =>
    ['x86', 'x64'].map((arch): Program => {
      return [
        `Microsoft Visual C++ ${year} Redistributable (${arch})`,
        MICROSOFT,
        `${8 + nth}.0.${40660 + nth}`,
        22000,
      ];
    }),
  ),
  ...[6, 7, 8, 9].flatMap((major) =>
    ['Runtime', 'Host', 'Host FX Resolver', 'Windows Desktop Runtime', 'ASP.NET Core'].map((part): Program => {
      return [`Microsoft .NET ${part} - ${major}.0.${30 - major} (x64)`, MICROSOFT, `${major}.0.${30 - major}`, 68000];
    }),
  ),
  ...['Access', 'Excel', 'OneNote', 'Outlook', 'PowerPoint', 'Publisher', 'Word', 'Skype', 'Groove'].flatMap((name) =>
    ['fr-fr', 'en-us'].map((language): Program => [`Microsoft ${name} MUI (${language})`, MICROSOFT, '16.0.4266', 0]),
  ),
  ...['Chipset Device Software', 'Management Engine', 'Serial IO', 'Graphics Driver', 'Rapid Storage', 'Ethernet'].map(
    (name, nth): Program => [`Intel(R) ${name}`, 'Intel Corporation', `${10 + nth}.1.${19263 + nth}`, 4800],
  ),
  ...Array.from({ length: 240 }, (_, nth): Program => {
    const update = `KB${5_012_170 + nth * 137}`;
    return [`Mise à jour de sécurité pour Microsoft Windows (${update})`, MICROSOFT, `1.${nth % 9}`, 0];
  }),
];
