import { describe, expect, it } from 'vitest';
import type { AnyCollector } from '../../../src/collect/collector.ts';
import { macosBatteries } from '../../../src/collect/macos/batteries.ts';
import { macosControllers } from '../../../src/collect/macos/controllers.ts';
import { macosMonitors, macosVideos } from '../../../src/collect/macos/displays.ts';
import { macosDrives } from '../../../src/collect/macos/drives.ts';
import { macosFirewalls } from '../../../src/collect/macos/firewalls.ts';
import { macosMachine, macosModel } from '../../../src/collect/macos/machine.ts';
import { macosMemories } from '../../../src/collect/macos/memories.ts';
import { macosNetworks } from '../../../src/collect/macos/networks.ts';
import { macosPrograms } from '../../../src/collect/macos/programs.ts';
import { macosSecureBoot, macosUpdates } from '../../../src/collect/macos/protection.ts';
import type { Host } from '../../../src/model/host.ts';
import { fakeHost } from '../fake-host.ts';

/** A Mac that reports the given parts of each data type, and answers what else is asked. */
function mac(report: object, answers: Readonly<Record<string, string>> = {}): Host {
  const applications = { SPApplicationsDataType: [{ _name: 'Safari' }] };
  const told: Readonly<Record<string, string>> = {
    system_profiler: JSON.stringify({ ...applications, ...report }),
    ...answers,
  };
  return {
    ...fakeHost({ facts: { platform: 'darwin', userId: 501 } }),
    async run(program) {
      const output = told[program.split('/').at(-1) ?? ''];
      return output === undefined ? undefined : { output: new TextEncoder().encode(output), exitCode: 0 };
    },
  };
}

async function rowsOf(collector: AnyCollector, host: Host): Promise<readonly object[] | undefined> {
  return (await collector.collect(host))?.rows;
}

describe('a Mac', () => {
  it.each([
    ['Mac14,2', 'Physical'],
    ['VirtualMac2,1', 'Apple Virtualization'],
    ['VMware20,1', 'VMware'],
    ['Parallels-ARM', 'Parallels'],
  ])('that calls itself %s runs on: %s', async (model, vmSystem) => {
    const host = mac({ SPHardwareDataType: [{ machine_model: model }] });
    expect(await rowsOf(macosMachine, host)).toEqual([{ vmSystem }]);
  });

  it.each([
    ['MacBook Pro', 'Notebook'],
    ['Mac mini', 'Mini PC'],
    ['Mac Pro', 'Tower'],
    ['Apple Virtual Machine 1', undefined],
  ])('sold as %s has the chassis: %s', async (name, type) => {
    const [row] = (await rowsOf(macosModel, mac({ SPHardwareDataType: [{ machine_name: name }] }))) ?? [];
    expect(row).toMatchObject(type ? { type } : { manufacturer: 'Apple Inc.' });
    expect(Object.hasOwn(row ?? {}, 'type')).toBe(type !== undefined);
  });

  it.each([
    ['Full Security', 'on'],
    ['Reduced Security', 'on'],
    ['Permissive Security', 'off'],
    ['Sécurité normale', 'on'],
    ['Volle Sicherheit', 'unknown'],
  ])('that starts with %s has secure boot: %s', async (level, state) => {
    const host = mac({ SPiBridgeDataType: [{ ibridge_secure_boot: level }] });
    expect(await rowsOf(macosSecureBoot, host)).toEqual([
      { name: 'secure-boot', state, detail: level, source: 'SPiBridgeDataType' },
    ]);
  });
});

describe('memory', () => {
  it('that does not tell its maker or number has none', async () => {
    const unknown = { dimm_manufacturer: '0x0000', dimm_part_number: '-', dimm_serial_number: 'Unknown' };
    const module = { _name: 'DIMM 1', dimm_size: '2 Go', dimm_speed: '1067 MHz', dimm_type: 'DDR3', ...unknown };
    const host = mac({ SPMemoryDataType: [{ _items: [module], global_ecc_state: 'ecc_enabled' }] });
    expect(await rowsOf(macosMemories, host)).toEqual([
      { slot: 1, caption: 'DIMM 1', correction: 'Multi-bit ECC', capacity: 2048, type: 'DDR3', speed: '1067' },
    ]);
  });
});

describe('displays', () => {
  it('may say nothing but their name', async () => {
    const host = mac({ SPDisplaysDataType: [{ spdisplays_ndrvs: [{ _name: 'Écran' }] }, { _name: 'Intel', x: 1 }] });
    expect(await rowsOf(macosMonitors, host)).toEqual([{ caption: 'Écran' }]);
    expect(await rowsOf(macosVideos, host)).toEqual([{ name: 'Intel' }]);
  });

  it('of an Intel Mac tell adapter, memory and numbers', async () => {
    const adapter = {
      sppci_model: 'Intel UHD Graphics 630',
      spdisplays_vendor: 'Intel (0x8086)',
      'spdisplays_device-id': '0x3e9b',
      _spdisplays_vram: '1536 Mo',
      spdisplays_ndrvs: [
        {
          _name: 'ASUS PB278',
          '_spdisplays_display-vendor-id': '469',
          '_spdisplays_display-year': '2014',
          spdisplays_connection_type: 'spdisplays_displayport_dongletype_dp',
          'spdisplays_display-serial-number': 'E9LMTF001234',
        },
      ],
    };
    const host = mac({ SPDisplaysDataType: [adapter] });
    expect(await rowsOf(macosVideos, host)).toEqual([
      { name: 'Intel UHD Graphics 630', chipset: 'Intel', memory: 1536, pciId: '8086:3e9b' },
    ]);
    expect(await rowsOf(macosMonitors, host)).toEqual([
      { caption: 'ASUS PB278', manufacturer: 'Asus', description: '2014', port: 'dp', serial: 'E9LMTF001234' },
    ]);
  });
});

describe('volumes', () => {
  it('of CoreStorage tell by themselves whether they are encrypted', async () => {
    const volume = { bsd_name: 'disk1', mount_point: '/', 'com.apple.corestorage.lv.encrypted': 'yes' };
    const host = mac({ SPStorageDataType: [volume, { _name: 'not mounted' }] }, { diskutil: '' });
    expect(await macosDrives.collect(host)).toEqual({
      rows: [
        {
          type: '/',
          volume: '/dev/disk1',
          system: true,
          encryption: 'FileVault',
          encryptionAlgorithm: 'XTS-AES 128',
          encryptionStatus: 'Yes',
        },
      ],
    });
  });
});

describe('a battery', () => {
  it.each([
    [{ sppower_battery_fully_charged: 'TRUE', sppower_battery_is_charging: 'TRUE' }, 'Full'],
    [{ sppower_battery_is_charging: 'FALSE' }, 'Discharging'],
    [{}, undefined],
  ])('says how it is: %o', async (charge, status) => {
    const battery = { sppower_battery_model_info: {}, sppower_battery_charge_info: charge };
    const [row] = (await rowsOf(macosBatteries, mac({ SPPowerDataType: [battery, { _name: 'other' }] }))) ?? [];
    expect(row).toEqual(status && { status });
  });
});

describe('the firewall', () => {
  it.each([
    ['spfirewall_globalstate_block_all', 'on'],
    ['spfirewall_globalstate_allow_all', 'off'],
    ['spfirewall_globalstate_else', 'unknown'],
  ])('%s is %s', async (state, status) => {
    const host = mac({ SPFirewallDataType: [{ spfirewall_globalstate: state }] });
    expect(await rowsOf(macosFirewalls, host)).toEqual([{ description: 'Application Firewall', status }]);
  });
});

describe('Wi-Fi', () => {
  const radio = (status: string, name: string) => ({
    spairport_airport_interfaces: [
      {
        _name: 'en0',
        spairport_wireless_card_type: 'Wi-Fi (0x14E4, 0x4387)',
        spairport_status_information: status,
        spairport_current_network_information: { _name: name, spairport_network_bssid: 'AA:BB:CC:00:11:22' },
      },
    ],
  });
  const ifconfig = 'en0: flags=8863<UP,RUNNING> mtu 1500\n\tether 3c:a6:f6:4d:10:21\n\tstatus: active\n';
  const network = async (part: object) => {
    const host = mac({ SPNetworkDataType: [], SPAirPortDataType: [part] }, { ifconfig });
    return (await rowsOf(macosNetworks, host))?.[0];
  };

  it('tells its network where it may', async () => {
    expect(await network(radio('spairport_status_connected', 'Lycée'))).toMatchObject({
      type: 'Wifi',
      ssid: 'Lycée',
      bssid: 'aa:bb:cc:00:11:22',
    });
  });

  it('that is not connected has none, whatever it remembers', async () => {
    expect(await network(radio('spairport_status_disassociated', 'Lycée'))).not.toHaveProperty('ssid');
  });

  it('is a controller of its own', async () => {
    const host = mac({ SPAirPortDataType: [radio('spairport_status_off', '')] });
    expect(await rowsOf(macosControllers, host)).toEqual([
      { name: 'Wi-Fi (0x14E4, 0x4387)', type: 'Wi-Fi', vendorId: '14e4', productId: '4387', pciId: '14e4:4387' },
    ]);
  });
});

describe('an application', () => {
  it('has the date of its last installation in that version, and only a maker who signed', async () => {
    const history = [
      { _name: 'Élan', install_version: '2.0', install_date: '2026-05-01T10:00:00Z' },
      { _name: 'Élan', install_version: '2.0', install_date: '2026-03-01T10:00:00Z' },
      { _name: 'Élan', install_version: '1.0', install_date: '2026-06-01T10:00:00Z' },
      { _name: 'Élan', install_version: '2.0' },
    ];
    const program = {
      _name: 'Élan',
      version: '2.0',
      signed_by: ['Apple Mac OS Application Signing'],
      arch_kind: 'arch_web',
    };
    const host = mac({ SPApplicationsDataType: [program], SPInstallHistoryDataType: history });
    expect(await rowsOf(macosPrograms, host)).toEqual([
      { name: 'Élan', version: '2.0', installDate: '2026-05-01T10:00:00' },
    ]);
  });
});

describe('automatic updates', () => {
  it.each([
    [{ AutomaticCheckEnabled: true, AutomaticallyInstallMacOSUpdates: true }, 'on'],
    [{ AutomaticCheckEnabled: false, AutomaticallyInstallMacOSUpdates: true }, 'off'],
    [{ AutomaticallyInstallMacOSUpdates: false }, 'off'],
    [{ AutomaticCheckEnabled: true }, 'unknown'],
    [{}, undefined],
  ])('are as the settings say: %o', async (settings, state) => {
    const keys = Object.entries(settings).map(([key, value]) => `<key>${key}</key><${value}/>`);
    const files = {
      '/Library/Preferences/com.apple.SoftwareUpdate.plist': `<plist><dict>${keys.join('')}</dict></plist>`,
    };
    const rows = (await macosUpdates.collect(fakeHost({ files, facts: { platform: 'darwin' } })))?.rows;
    expect(rows?.map((row) => row.state)).toEqual(state ? [state] : []);
  });
});
