import { describe, expect, it } from 'vitest';
import { rootedHost } from '../../../src/collect/rooted-host.ts';
import { collect } from '../../../src/collect/run.ts';
import { silentLog } from '../../../src/model/log.ts';
import { encodeInventory } from '../../../src/wire/ocs/request.ts';

/** What our agent sends of a captured machine. */
async function documentOf(name: string): Promise<string> {
  const { sections, reports } = await collect(await rootedHost(`test/fixtures/hosts/${name}`), { log: silentLog });
  const said = { kind: 'computer', agent: 'parcours_v1.0.0', account: {}, extras: [] } as const;
  return encodeInventory({ ...said, deviceId: `${name}-2026-11-23-10-00-00`, sections, reports }, 4194303);
}

describe('a Windows speaks to an OCS server as the Windows agent does', async () => {
  const french = await documentOf('windows-11');
  const english = await documentOf('windows-server-2022');

  it.each([
    ['NAME', 'PC-COMPTA-07'],
    ['OSNAME', 'Microsoft Windows 11 Professionnel'],
    ['OSVERSION', '10.0.26100'],
    ['WORKGROUP', 'LEFEVRE'],
    ['USERDOMAIN', 'PC-COMPTA-07'],
    ['USERID', 'Hélène'],
    ['LASTLOGGEDUSER', 'Hélène'],
    ['DESCRIPTION', "Poste de l'accueil"],
    ['WINOWNER', 'Hélène Lefèvre'],
    ['WINPRODID', '00330-80000-00000-AA642'],
    ['WINPRODKEY', 'XXXXX-XXXXX-XXXXX-XXXXX-3V66T'],
    ['VMSYSTEM', 'Physical'],
    ['PROCESSORN', '1'],
    ['DEFAULTGATEWAY', '192.168.1.254'],
  ])('says %s', (tag, value) => {
    const hardware = /<HARDWARE>[\s\S]*<\/HARDWARE>/.exec(french)?.[0] ?? '';
    expect(hardware).toContain(`<${tag}>${value}</${tag}>`);
  });

  it('says domain, company and socket count of a server', () => {
    expect(english).toContain('<WORKGROUP>corp.example.com</WORKGROUP>');
    expect(english).toContain('<WINCOMPANY>Example Ltd &amp; Co</WINCOMPANY>');
    expect(english).toContain('<PROCESSORN>2</PROCESSORN>');
  });

  it('has letter, kind and label of a drive where OCS has them', () => {
    const drive = /<DRIVES>(?:(?!<\/DRIVES>)[\s\S])*<LETTER>C:<[\s\S]*?<\/DRIVES>/.exec(french)?.[0] ?? '';
    expect(drive).toContain('<TYPE>Hard Drive</TYPE>');
    expect(drive).toContain('<VOLUMN>Système</VOLUMN>');
    expect(drive).toContain('<TOTAL>487108</TOTAL>');
  });

  it('has the adapter, not the connection, in the description of a network interface', () => {
    expect(french).toContain('<DESCRIPTION>Intel(R) Wi-Fi 6E AX211 160MHz</DESCRIPTION>');
    expect(french).toContain('<SPEED>1.201 Gb/s</SPEED>');
    expect(english).toContain('<VLANID>40</VLANID>');
  });

  it('has the uninstall key of a program as its GUID, and its width', () => {
    const program = /<SOFTWARES>(?:(?!<\/SOFTWARES>)[\s\S])*<GUID>7-Zip<[\s\S]*?<\/SOFTWARES>/.exec(french)?.[0] ?? '';
    expect(program).toContain('<BITSWIDTH>32</BITSWIDTH>');
    expect(program).toContain('<NAME>7-Zip 24.09</NAME>');
  });
});
