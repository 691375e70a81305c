import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import type { Collector } from '../collector.ts';
import { parseKeyValues } from '../sources/key-values.ts';
import { isUnitActive } from '../sources/systemd-units.ts';
import { allowed, attribute, exists, readAllowed, readText } from '../sources/text.ts';

type Firewall = SectionRow<'firewall'>;

/** Firewalls that are installed, and whether each filters: decided by files, because their programs need root and time. */
export const linuxFirewalls: Collector<'firewall'> = {
  name: 'linux/firewalls',
  section: 'firewall',
  platforms: ['linux'],
  async collect(host) {
    const managed = (await Promise.all([ufw(host), firewalld(host), nftables(host), iptables(host)])).flat();
    if (managed.some(({ status }) => status === 'on')) return { rows: managed };
    const rows = [...managed, ...(await rulesOfOthers(host, managed))];
    const missing = await unreadRules(host);
    return { rows, ...(missing ? { missing } : {}) };
  },
};

/** ufw(8): what `ufw enable` writes. */
async function ufw(host: Host): Promise<readonly Firewall[]> {
  const text = await readText(host, '/etc/ufw/ufw.conf');
  if (text === undefined) return [];
  return [{ description: 'ufw', status: parseKeyValues(text).get('ENABLED')?.toLowerCase() === 'yes' ? 'on' : 'off' }];
}

async function firewalld(host: Host): Promise<readonly Firewall[]> {
  if (!(await exists(host, '/usr/sbin/firewalld'))) return [];
  const isActive = (await isUnitActive(host, 'firewalld.service')) ?? (await exists(host, '/run/firewalld'));
  return [{ description: 'firewalld', status: isActive ? 'on' : 'off' }];
}

const NFT_CONFIGS = ['/etc/nftables.conf', '/etc/sysconfig/nftables.conf'];

/** The service loads this file at boot. The one that Debian ships lets everything through. */
async function nftables(host: Host): Promise<readonly Firewall[]> {
  const texts = await Promise.all(NFT_CONFIGS.map((path) => readAllowed(host, path)));
  const rules = texts
    .map((text) => text ?? '')
    .join('\n')
    .replace(/#.*$/gm, '');
  if (rules.trim() === '') return [];
  const isActive = await isUnitActive(host, 'nftables.service');
  const filters = /\b(?:drop|reject)\b|^\s*include\b/m.test(rules);
  if (isActive === undefined) return filters ? [{ description: 'nftables', status: 'unknown' }] : [];
  return [{ description: 'nftables', status: isActive && filters ? 'on' : 'off' }];
}

const TABLES = ['/proc/net/ip_tables_names', '/proc/net/ip6_tables_names'] as const;
const SAVED = ['/etc/iptables/rules.v4', '/etc/sysconfig/iptables', '/etc/iptables/rules-save'];

/** Rules saved for the next boot, and loaded now. */
async function iptables(host: Host): Promise<readonly Firewall[]> {
  const saved = (await Promise.all(SAVED.map((path) => readAllowed(host, path)))).find((text) => text !== undefined);
  if (saved === undefined) return [];
  const filters = /^:(?:INPUT|FORWARD) DROP\b|\s-j (?:DROP|REJECT)\b/m.test(saved);
  return [{ description: 'iptables', status: filters && (await areTablesLoaded(host)) ? 'on' : 'off' }];
}

/** Rules in the kernel that none of the above put there: containers and scripts of one's own do. */
async function rulesOfOthers(host: Host, known: readonly Firewall[]): Promise<readonly Firewall[]> {
  const description = (await hasLegacyTables(host)) ? 'iptables' : (await usesNfTables(host)) ? 'nftables' : undefined;
  if (!description || known.some((firewall) => firewall.description === description)) return [];
  return [{ description, status: 'unknown' }];
}

async function areTablesLoaded(host: Host): Promise<boolean> {
  return (await hasLegacyTables(host)) || (await usesNfTables(host));
}

async function hasLegacyTables(host: Host): Promise<boolean> {
  const texts = await Promise.all(TABLES.map((path) => readAllowed(host, path)));
  return texts.some((text) => text?.includes('filter'));
}

/** A module counts who uses it: nothing does where there are no rules. */
async function usesNfTables(host: Host): Promise<boolean> {
  return Number((await attribute(host, NF_TABLES)) ?? 0) > 0;
}

const NF_TABLES = '/sys/module/nf_tables/refcnt';

/** Why rules may be in force that no file tells of; undefined where that is out of the question. */
async function unreadRules(host: Host): Promise<string | undefined> {
  const isClosed = (await exists(host, TABLES[0])) && (await allowed(host.read(TABLES[0]))) === undefined;
  if (isClosed) return `needs-root: ${TABLES[0]}`;
  const builtIn = await readAllowed(host, `/lib/modules/${host.facts.release}/modules.builtin`);
  if ((await exists(host, NF_TABLES)) || (builtIn !== undefined && !builtIn.includes('/nf_tables.ko')))
    return undefined;
  return 'not-supported: rules of this kernel show in no file';
}
