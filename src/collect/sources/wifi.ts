import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import { type IniFile, parseIni } from './ini.ts';
import type { NetworkInterface } from './net-interface.ts';
import { allowed, readAllowed } from './text.ts';

/**
 * The network a Wi-Fi interface is in, as far as files tell: NetworkManager names the profile in use; where
 * wpa_supplicant or iwd work alone and know one network only, it is that one.
 */
export async function readWifi(host: Host, found: NetworkInterface): Promise<SectionRow<'networks'>> {
  const managed = await fromNetworkManager(host, found);
  if (managed) return managed;
  const networks = found.up ? [...(await wpaNetworks(host, found.name)), ...(await iwdNetworks(host))] : [];
  return networks.length === 1 ? present({ ssid: networks[0] }) : {};
}

async function fromNetworkManager(host: Host, found: NetworkInterface): Promise<SectionRow<'networks'> | undefined> {
  const state = parseIni((await readAllowed(host, `/run/NetworkManager/devices/${found.index}`)) ?? '');
  const uuid = state.get('device')?.get('connection-uuid');
  const profile = uuid && (await readProfiles(host)).find((one) => one.get('connection')?.get('uuid') === uuid);
  const wifi = profile ? (profile.get('wifi') ?? profile.get('802-11-wireless')) : undefined;
  if (!uuid || !wifi) return undefined;
  return present({
    ssid: ssidOf(wifi.get('ssid')),
    bssid: (wifi.get('bssid') ?? (await onlyAccessPoint(host, uuid)))?.toLowerCase(),
    wifiMode: MODES[wifi.get('mode') ?? 'infrastructure'],
  });
}

/** The words of nm-settings(5), as the tools of the kernel say them. */
const MODES: Readonly<Record<string, string>> = {
  infrastructure: 'Managed',
  ap: 'Master',
  adhoc: 'Ad-Hoc',
  mesh: 'Mesh',
};
const PROFILE_FOLDERS = ['/etc/NetworkManager/system-connections', '/run/NetworkManager/system-connections'];

async function readProfiles(host: Host): Promise<readonly IniFile[]> {
  const texts = await Promise.all(
    PROFILE_FOLDERS.map(async (folder) => {
      const names = (await allowed(host.list(folder))) ?? [];
      return Promise.all(names.map((name) => readAllowed(host, `${folder}/${name}`)));
    }),
  );
  return texts.flat().map((text) => parseIni(text ?? ''));
}

/** A name that is no text is a list of bytes, `76;121;99;`. */
function ssidOf(value: string | undefined): string | undefined {
  if (!value || !/^(?:\d{1,3};)+$/.test(value)) return value;
  return Buffer.from(value.split(';').filter(Boolean).map(Number)).toString('utf8');
}

async function onlyAccessPoint(host: Host, uuid: string): Promise<string | undefined> {
  const seen = parseIni((await readAllowed(host, '/var/lib/NetworkManager/seen-bssids')) ?? '');
  const points = (seen.get('seen-bssids')?.get(uuid) ?? '').split(',').filter(Boolean);
  return points.length === 1 ? points[0] : undefined;
}

/** wpa_supplicant.conf(5): blocks `network={ ssid="name" … }`; a name without quotes is in hex. */
async function wpaNetworks(host: Host, name: string): Promise<readonly string[]> {
  const folder = '/etc/wpa_supplicant';
  const own = await readAllowed(host, `${folder}/wpa_supplicant-${name}.conf`);
  const text = own ?? (await readAllowed(host, `${folder}/wpa_supplicant.conf`)) ?? '';
  const blocks = [...text.matchAll(/^\s*network=\{([^}]*)\}/gm)].map(([, block = '']) => block);
  const enabled = blocks.filter((block) => !/^\s*disabled=1/m.test(block));
  return enabled.flatMap((block) => {
    const [, quoted, hex] = /^\s*ssid=(?:"(.*)"|([0-9a-fA-F]+))\s*$/m.exec(block) ?? [];
    return quoted ?? (hex ? Buffer.from(hex, 'hex').toString('utf8') : []);
  });
}

/** iwd.network(5): a file a network; a name that is no file name is `=` and its bytes in hex. */
async function iwdNetworks(host: Host): Promise<readonly string[]> {
  const names = (await allowed(host.list('/var/lib/iwd'))) ?? [];
  return names.flatMap((file) => {
    const [, name] = /^(.+)\.(?:psk|open|8021x)$/.exec(file) ?? [];
    if (name === undefined) return [];
    return name.startsWith('=') ? Buffer.from(name.slice(1), 'hex').toString('utf8') : name;
  });
}
