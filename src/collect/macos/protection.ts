import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { dictionary, list, type PlistDictionary, readSettings } from '../sources/plist.ts';
import { decode } from '../sources/text.ts';
import { text } from '../sources/values.ts';
import { fromReport } from './from-report.ts';
import { secureBootOf } from './secure-boot.ts';
import { truth } from './values.ts';

type Check = SectionRow<'security'>;

/** Whether the system guards its own files: what `csrutil status` says. */
export const macosIntegrity = fromReport('macos/integrity', 'security', ['SPSoftware'], (parts) =>
  parts('SPSoftware').flatMap((software) => {
    const isOn = truth(software['system_integrity']);
    return isOn === undefined ? [] : [onOrOff('system-integrity', isOn, 'System Integrity Protection')];
  }),
);

/** How strictly the machine starts. */
export const macosSecureBoot = fromReport('macos/secure-boot', 'security', ['SPiBridge'], (parts) => {
  const { state, level: detail } = secureBootOf(parts('SPiBridge')) ?? {};
  return state ? [present({ name: 'secure-boot', state, detail, source: 'SPiBridgeDataType' })] : [];
});

/** Gatekeeper: whether programs must be of known makers. It ends with 1 where it is off. */
export const macosGatekeeper: Collector<'security'> = {
  name: 'macos/gatekeeper',
  section: 'security',
  platforms: ['darwin'],
  async collect(host) {
    const result = await host.run('/usr/sbin/spctl', ['--status'], { milliseconds: 10_000, bytes: 4096 });
    if (!result) return undefined;
    const [, state] = /assessments (enabled|disabled)/.exec(decode(result.output)) ?? [];
    if (!state) return { rows: [], missing: `failed: spctl ended with ${result.exitCode}` };
    return { rows: [onOrOff('gatekeeper', state === 'enabled', 'spctl')] };
  },
};

const UPDATES = '/Library/Preferences/com.apple.SoftwareUpdate.plist';
/** What who manages the machine has set wins. */
const MANAGED = '/Library/Managed Preferences/com.apple.SoftwareUpdate.plist';

/** Whether macOS installs updates by itself, and which ones it has found: it notes both, so that no network is needed. */
export const macosUpdates: Collector<'security'> = {
  name: 'macos/updates',
  section: 'security',
  platforms: ['darwin'],
  async collect(host: Host) {
    const settings = { ...(await readSettings(host, UPDATES)), ...(await readSettings(host, MANAGED)) };
    return { rows: [automaticUpdates(settings), pendingUpdates(settings)].filter((row) => row !== undefined) };
  },
};

/** Of what it installs by itself it tells apart whole releases and what closes a hole at once. */
function automaticUpdates(settings: PlistDictionary): Check | undefined {
  const [looks, releases, critical] = AUTOMATIC.map((name) => truth(settings[name]));
  if (looks === undefined && releases === undefined) return undefined;
  const state =
    looks === false ? 'off' : releases ? 'on' : critical ? 'partly' : releases === false ? 'off' : 'unknown';
  return { name: 'automatic-updates', state, source: UPDATES };
}

const AUTOMATIC = ['AutomaticCheckEnabled', 'AutomaticallyInstallMacOSUpdates', 'CriticalUpdateInstall'];

function pendingUpdates(settings: PlistDictionary): Check | undefined {
  if (settings['RecommendedUpdates'] === undefined) return undefined;
  const updates = list(settings['RecommendedUpdates']).map(dictionary);
  const names = updates.map((update) => text(update['Display Name']) ?? text(update['Identifier']) ?? '');
  const state = updates.length > 0 ? 'pending' : 'none';
  const detail = names.filter(Boolean).join(', ') || undefined;
  return present({ name: 'pending-updates', state, count: updates.length, detail, source: UPDATES });
}

function onOrOff(name: string, isOn: boolean, source: string): Check {
  return { name, state: isOn ? 'on' : 'off', source };
}
