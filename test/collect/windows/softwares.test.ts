import { describe, expect, it } from 'vitest';
import { parseUninstallKeys, windowsSoftwares } from '../../../src/collect/windows/softwares.ts';
import { fakeHost } from '../fake-host.ts';

const uninstall = 'Microsoft.PowerShell.Core\\Registry::HKEY_LOCAL_MACHINE\\SOFTWARE';
const keys = [
  {
    DisplayName: '7-Zip 23.01 (x64)',
    DisplayVersion: '23.01',
    Publisher: 'Igor Pavlov',
    InstallDate: '20250901',
    InstallLocation: 'C:\\Program Files\\7-Zip\\',
    EstimatedSize: 5641,
    SystemComponent: null,
    PSChildName: '7-Zip',
    PSPath: `${uninstall}\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\7-Zip`,
  },
  { DisplayName: 'Élan', InstallDate: '9/1/2025', PSChildName: '{1}', PSPath: `${uninstall}\\WOW6432Node\\x\\{1}` },
  { DisplayName: 'Hidden part', SystemComponent: 1, PSChildName: '{2}', PSPath: uninstall },
];

function host(output: string) {
  const given = fakeHost({ facts: { platform: 'win32' } });
  return { ...given, run: async () => ({ output: new TextEncoder().encode(output), exitCode: 0 }) };
}

describe('programs of Windows', () => {
  it('come from the registry, without those that hide; a date that is none is left out', async () => {
    expect((await windowsSoftwares.collect(host(JSON.stringify(keys))))?.rows).toEqual([
      {
        name: '7-Zip 23.01 (x64)',
        version: '23.01',
        publisher: 'Igor Pavlov',
        installDate: '2025-09-01',
        folder: 'C:\\Program Files\\7-Zip\\',
        fileSize: 5_776_384,
        guid: '7-Zip',
        bitsWidth: 64,
        from: 'registry',
      },
      { name: 'Élan', guid: '{1}', bitsWidth: 32, from: 'registry' },
    ]);
  });

  it('may be one, or none', () => {
    expect(parseUninstallKeys('{"DisplayName":"A"}\r\n')).toEqual([{ DisplayName: 'A' }]);
    expect(parseUninstallKeys('\r\n')).toEqual([]);
  });
});
