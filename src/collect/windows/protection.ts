import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { text, whole } from '../sources/values.ts';
import type { UpdateSettings } from './asked/protection.ts';
import { fromWindows } from './from-windows.ts';
import { truth } from './values.ts';

type Check = SectionRow<'security'>;

/** User Account Control: whether a program of an administrator has to ask before it uses his rights. */
export const windowsAccountControl: Collector<'security'> = {
  ...fromWindows('security', 'startup', ([startup]): readonly Check[] => {
    const value = whole(startup?.accountControl);
    return value === undefined
      ? []
      : [{ name: 'account-control', state: value === 1 ? 'on' : 'off', source: 'EnableLUA' }];
  }),
  name: 'windows/account-control',
};

const BIOS = 1;

/** Secure boot: Windows notes its state where the firmware is UEFI. */
export const windowsSecureBoot = fromWindows('security', 'startup', ([startup]): readonly Check[] => {
  if (!startup) return [];
  const value = whole(startup.secureBoot);
  const noted = value === undefined ? undefined : value === 1 ? 'on' : 'off';
  const state = startup.firmware === BIOS ? 'unsupported' : noted;
  return state ? [{ name: 'secure-boot', state, source: 'UEFISecureBootEnabled' }] : [];
});

/** The chip that keeps keys, which administrators alone may ask: without one, Windows has no instance of it. */
export const windowsTpm: Collector<'security'> = {
  ...fromWindows('security', 'tpm', (chips) => (chips.length > 0 ? chips.map(tpmRow) : [NO_CHIP])),
  name: 'windows/tpm',
};

const NO_CHIP: Check = { name: 'tpm', state: 'none', source: 'Win32_Tpm' };

function tpmRow(chip: { readonly [name: string]: unknown }): Check {
  const isOn = truth(chip['IsEnabled_InitialValue']) && truth(chip['IsActivated_InitialValue']);
  const version = text(chip['SpecVersion'])?.split(',')[0];
  return present({ name: 'tpm', state: isOn ? 'on' : 'off', detail: version && `TPM ${version}`, source: 'Win32_Tpm' });
}

/** Whether Windows installs updates by itself, and whether one waits for a restart. */
export const windowsUpdates = fromWindows('security', 'updates', ([settings]) =>
  settings ? [automaticUpdates(settings), reboot(settings)] : [],
);

const DISABLED = 4;
const INSTALLS = new Set([4, 5]);

/** Group policy `Configure Automatic Updates`: 2 asks before it fetches, 3 before it installs; without it, it installs. */
function automaticUpdates({ off, options, server, start }: Partial<UpdateSettings>): Check {
  const option = whole(options);
  const isOff = off === 1 || start === DISABLED;
  const state = isOff ? 'off' : option === undefined || INSTALLS.has(option) ? 'on' : 'off';
  return present({ name: 'automatic-updates', state, detail: text(server), source: 'Windows Update' });
}

function reboot({ restart }: Partial<UpdateSettings>): Check {
  return { name: 'reboot', state: truth(restart) ? 'needed' : 'none', source: 'RebootRequired, RebootPending' };
}
