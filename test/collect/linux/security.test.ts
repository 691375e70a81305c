import { describe, expect, it } from 'vitest';
import { linuxAntivirus } from '../../../src/collect/linux/antivirus.ts';
import { linuxAutomaticUpdates } from '../../../src/collect/linux/automatic-updates.ts';
import { linuxEmptyPasswords } from '../../../src/collect/linux/empty-passwords.ts';
import { linuxFirewalls } from '../../../src/collect/linux/firewalls.ts';
import { linuxKernelProtection } from '../../../src/collect/linux/kernel-protection.ts';
import { linuxReboot } from '../../../src/collect/linux/reboot.ts';
import { linuxSecureBoot } from '../../../src/collect/linux/secure-boot.ts';
import { linuxSshAccess } from '../../../src/collect/linux/ssh-access.ts';
import { type FakeMachine, fakeHost } from '../fake-host.ts';

const units = { '/run/systemd/units/invocation:cron.service': '3f' };

describe('what firmware and kernel enforce', () => {
  const SECURE_BOOT = '/sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c';
  const states = async (machine: FakeMachine) => statesOf(await linuxKernelProtection.collect(fakeHost(machine)));

  it('is read from the firmware variable and the files of the kernel', async () => {
    const files = {
      [SECURE_BOOT]: new Uint8Array([6, 0, 0, 0, 1]),
      '/sys/kernel/security/lockdown': 'none [integrity] confidentiality\n',
      '/sys/module/apparmor/parameters/enabled': 'Y\n',
    };
    expect(await states({ files })).toEqual({
      'secure-boot': 'on',
      'kernel-lockdown': 'integrity',
      'access-control': 'on',
    });
  });

  it('tells secure boot with the firmware, too, where there is any', async () => {
    const rows = async (files: FakeMachine['files'] = {}) => (await linuxSecureBoot.collect(fakeHost({ files })))?.rows;
    expect(await rows({ [SECURE_BOOT]: new Uint8Array([6, 0, 0, 0, 1]) })).toEqual([{ secureBoot: 'enabled' }]);
    expect(await rows({ [SECURE_BOOT]: new Uint8Array([6, 0, 0, 0, 0]) })).toEqual([{ secureBoot: 'disabled' }]);
    expect(await rows({ '/sys/firmware/memmap/0/start': '0x0' })).toBeUndefined();
  });

  it('says what is off', async () => {
    const files = {
      [SECURE_BOOT]: new Uint8Array([6, 0, 0, 0, 0]),
      '/sys/kernel/security/lockdown': '[none] integrity confidentiality\n',
      '/sys/fs/selinux/enforce': '0',
    };
    const expected = { 'secure-boot': 'off', 'kernel-lockdown': 'off', 'access-control': 'permissive' };
    expect(await states({ files })).toEqual(expected);
  });

  it('knows a machine that a BIOS started, and claims nothing of a container', async () => {
    expect(await states({ files: { '/sys/firmware/memmap/0/start': '0x0' } })).toEqual({
      'secure-boot': 'unsupported',
    });
    expect(await linuxKernelProtection.collect(fakeHost({}))).toBeUndefined();
  });
});

describe('SSH', () => {
  const config = (text: string, more: Record<string, string> = {}) =>
    linuxSshAccess.collect(fakeHost({ files: { '/etc/ssh/sshd_config': text, ...more } }));

  it('lets root in by key only unless told otherwise', async () => {
    expect(statesOf(await config('#PermitRootLogin yes\n'))).toEqual({
      'ssh-root-login': 'keys-only',
      'ssh-password-login': 'on',
    });
  });

  it('takes the first value, included files in their place, and nothing that holds for some users only', async () => {
    const collected = await config(
      'Include /etc/ssh/sshd_config.d/*.conf\nPermitRootLogin no\nMatch User backup\nPasswordAuthentication no\n',
      {
        '/etc/ssh/sshd_config.d/50-cloud.conf': 'PermitRootLogin=yes\n',
        '/etc/ssh/sshd_config.d/notes': 'PasswordAuthentication no',
      },
    );
    expect(statesOf(collected)).toEqual({ 'ssh-root-login': 'on', 'ssh-password-login': 'on' });
  });

  it('lets root in by key only where nobody has a password', async () => {
    expect(statesOf(await config('PermitRootLogin yes\nPasswordAuthentication no\n'))['ssh-root-login']).toBe(
      'keys-only',
    );
  });

  it('says that its settings need root where they are closed, and nothing where there is no server', async () => {
    const host = fakeHost({ files: { '/etc/ssh/sshd_config': '' }, forbidden: ['/etc/ssh/sshd_config'] });
    expect(await linuxSshAccess.collect(host)).toEqual({ rows: [], missing: 'needs-root: /etc/ssh/sshd_config' });
    expect(await linuxSshAccess.collect(fakeHost({}))).toBeUndefined();
  });
});

it('counts accounts without a password and names none', async () => {
  const files = { '/etc/shadow': 'root:*:19000:0:99999:7:::\nguest::19000::::::\nanna:$y$j9T$x:19000::::::\n' };
  expect((await linuxEmptyPasswords.collect(fakeHost({ files })))?.rows).toEqual([
    { name: 'empty-passwords', state: 'found', count: 1, source: '/etc/shadow' },
  ]);
  const closed = fakeHost({ files, forbidden: ['/etc/shadow'] });
  expect(await linuxEmptyPasswords.collect(closed)).toEqual({ rows: [], missing: 'needs-root: /etc/shadow' });
});

describe('automatic updates', () => {
  const on = 'APT::Periodic::Update-Package-Lists "1";\nAPT::Periodic::Unattended-Upgrade "1";\n';
  const state = async (files: Record<string, string>, links: Record<string, string> = {}) =>
    statesOf(await linuxAutomaticUpdates.collect(fakeHost({ files, links })))['automatic-updates'];
  const program = { '/usr/bin/unattended-upgrade': '' };

  it('of apt need the setting, the program and the timer', async () => {
    const files = { '/etc/apt/apt.conf.d/20auto-upgrades': on, ...program };
    const timers = '/etc/systemd/system/timers.target.wants';
    expect(await state(files)).toBe('on');
    expect(await state(files, { [`${timers}/apt-daily-upgrade.timer`]: 'x' })).toBe('on');
    expect(await state(files, { [`${timers}/logrotate.timer`]: 'x' })).toBe('off');
    expect(await state({ '/etc/apt/apt.conf.d/20auto-upgrades': on })).toBe('off');
  });

  it('of apt are off where a later file says so, in either way of writing it', async () => {
    const later = { '/etc/apt/apt.conf.d/99local': 'APT { Periodic { Unattended-Upgrade "0"; }; };\n' };
    expect(await state({ '/etc/apt/apt.conf.d/20auto-upgrades': on, ...program, ...later })).toBe('off');
    const remark = { '/etc/apt/apt.conf.d/99local': '// APT::Periodic::Unattended-Upgrade "0";\n' };
    expect(await state({ '/etc/apt/apt.conf.d/20auto-upgrades': on, ...program, ...remark })).toBe('on');
  });

  it('of dnf need a timer, and the setting that installs', async () => {
    const timer = { '/etc/systemd/system/timers.target.wants/dnf-automatic.timer': 'x' };
    expect(await state({ '/etc/dnf/automatic.conf': '[commands]\napply_updates = yes\n' }, timer)).toBe('on');
    expect(await state({ '/etc/dnf/automatic.conf': '[commands]\napply_updates = no\n' }, timer)).toBe('off');
    expect(await state({ '/etc/dnf/dnf.conf': '' })).toBe('off');
  });

  it('are not known of other systems', async () => {
    expect(await linuxAutomaticUpdates.collect(fakeHost({}))).toBeUndefined();
  });
});

describe('a restart', () => {
  const kernels = (...names: string[]) => Object.fromEntries(names.map((name) => [`/boot/vmlinuz-${name}`, '']));
  const row = async (files: Record<string, string>) =>
    (await linuxReboot.collect(fakeHost({ files, facts: { release: '6.1.0-37-amd64' } })))?.rows[0];

  it('is needed where a package asked for it', async () => {
    expect(await row({ '/run/reboot-required': '*** System restart required ***\n' })).toMatchObject({
      state: 'needed',
    });
  });

  it('is needed where a newer kernel of the same flavour is installed', async () => {
    const files = kernels('6.1.0-9-amd64', '6.1.0-37-amd64', '6.1.0-40-cloud-amd64');
    expect(await row(files)).toMatchObject({ state: 'none' });
    expect(await row({ ...files, ...kernels('6.1.0-38-amd64') })).toMatchObject({
      state: 'needed',
      detail: '6.1.0-38-amd64',
    });
  });

  it('is not spoken of where the kernel comes from elsewhere', async () => {
    expect(await row({})).toBeUndefined();
    expect(await row(kernels('6.9.1-arch1-1'))).toBeUndefined();
  });
});

describe('firewalls', () => {
  const nftables = { '/run/systemd/units/invocation:nftables.service': '3f' };
  const collected = (machine: FakeMachine) => linuxFirewalls.collect(fakeHost(machine));
  const found = async (machine: FakeMachine) =>
    Object.fromEntries((await collected(machine))?.rows.map(({ description, status }) => [description, status]) ?? []);

  it('are on where their settings and their service say so', async () => {
    expect(await found({ files: { '/etc/ufw/ufw.conf': 'ENABLED=yes\nLOGLEVEL=low\n' } })).toEqual({ ufw: 'on' });
    const firewalld = { '/run/systemd/units/invocation:firewalld.service': 'a1' };
    expect(await found({ files: { '/usr/sbin/firewalld': '' }, links: firewalld })).toEqual({ firewalld: 'on' });
    const rules = 'table inet filter { chain input { type filter hook input priority 0; policy drop; } }';
    expect(await found({ files: { '/etc/nftables.conf': rules }, links: nftables })).toEqual({ nftables: 'on' });
    const saved = { '/etc/iptables/rules.v4': ':INPUT DROP [0:0]\n', '/proc/net/ip_tables_names': 'filter\n' };
    expect(await found({ files: saved })).toEqual({ iptables: 'on' });
  });

  it('are off where they are installed and do nothing', async () => {
    expect(await found({ files: { '/etc/ufw/ufw.conf': '# drop\nENABLED=no\n' } })).toEqual({ ufw: 'off' });
    expect(await found({ files: { '/usr/sbin/firewalld': '' }, links: units })).toEqual({ firewalld: 'off' });
    const shipped =
      '#!/usr/sbin/nft -f\nflush ruleset\ntable inet filter {\n\tchain input { type filter hook input; }\n}\n';
    expect(await found({ files: { '/etc/nftables.conf': shipped }, links: nftables })).toEqual({ nftables: 'off' });
    expect(await found({ files: { '/etc/iptables/rules.v4': ':INPUT DROP [0:0]\n' } })).toEqual({ iptables: 'off' });
  });

  it('are unknown where another program put rules into the kernel', async () => {
    expect(await found({ files: { '/sys/module/nf_tables/refcnt': '12\n' } })).toEqual({ nftables: 'unknown' });
    expect(await found({ files: { '/sys/module/nf_tables/refcnt': '0\n' } })).toEqual({});
    expect(await found({ files: { '/proc/net/ip_tables_names': 'nat\nfilter\n' } })).toEqual({ iptables: 'unknown' });
  });

  it('are none where the kernel says so, and not known where it cannot say', async () => {
    const builtIn = '/lib/modules/6.1.0-37-amd64/modules.builtin';
    const none = { rows: [] };
    expect(await collected({ files: { [builtIn]: 'kernel/net/ipv4/tcp_cubic.ko\n' } })).toEqual(none);
    expect(await collected({ files: { '/sys/module/nf_tables/refcnt': '0\n' } })).toEqual(none);
    const reason = 'not-supported: rules of this kernel show in no file';
    expect(await collected({ files: { [builtIn]: 'kernel/net/netfilter/nf_tables.ko\n' } })).toEqual({
      ...none,
      missing: reason,
    });
    expect(await collected({})).toEqual({ ...none, missing: reason });
  });

  it('need root where only the kernel could tell', async () => {
    const machine = { files: { '/proc/net/ip_tables_names': '' }, forbidden: ['/proc/net/ip_tables_names'] };
    expect(await collected(machine)).toEqual({ rows: [], missing: 'needs-root: /proc/net/ip_tables_names' });
  });
});

describe('antivirus programs', () => {
  const header = 'ClamAV-VDB:22 Nov 2026 08-21 +0000:27831:2077515:90:0f:9a:raynman:1795335701'.padEnd(512);
  const rows = async (files: Record<string, string>, links: Record<string, string> = units) =>
    (await linuxAntivirus.collect(fakeHost({ files, links })))?.rows;
  const clamav = { '/usr/bin/clamscan': '' };

  it('are told with the age of their signatures', async () => {
    const links = { '/run/systemd/units/invocation:clamav-daemon.service': '3f' };
    expect(await rows({ ...clamav, '/var/lib/clamav/daily.cld': header }, links)).toEqual([
      {
        name: 'ClamAV',
        company: 'Cisco',
        enabled: true,
        upToDate: true,
        baseVersion: '27831',
        baseCreation: '2026-11-22',
      },
    ]);
    const old = header.replace('22 Nov', '02 Nov');
    expect(await rows({ ...clamav, '/var/lib/clamav/daily.cvd': old })).toMatchObject([
      { enabled: false, upToDate: false },
    ]);
    expect(await rows(clamav)).toMatchObject([{ upToDate: false }]);
  });

  it('are known by where they install themselves; whether one watches is unknown without systemd', async () => {
    const falcon = { '/opt/CrowdStrike/falcond': '', '/usr/bin/env': '' };
    expect(await rows(falcon, {})).toEqual([{ name: 'CrowdStrike Falcon', company: 'CrowdStrike' }]);
    expect(await rows({ '/usr/bin/env': '' })).toEqual([]);
  });
});

function statesOf(
  collected: { readonly rows: readonly { readonly name?: string; readonly state?: string }[] } | undefined,
) {
  return Object.fromEntries(collected?.rows.map(({ name, state }) => [name, state]) ?? []);
}
