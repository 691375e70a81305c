import { describe, expect, it } from 'vitest';
import { linuxOperatingSystem } from '../../../src/collect/linux/operating-system.ts';
import { type FakeMachine, fakeHost } from '../fake-host.ts';

async function operatingSystem(machine: FakeMachine) {
  const collected = await linuxOperatingSystem.collect(fakeHost(machine));
  return collected?.rows[0];
}

const debian = 'NAME="Debian GNU/Linux"\nVERSION_ID="12"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n';

describe('the operating system', () => {
  it('is told with its point release, its kernel, its names and its times', async () => {
    const files = {
      '/etc/os-release': debian,
      '/etc/debian_version': '12.11\n',
      '/proc/sys/kernel/version': '#1 SMP PREEMPT_DYNAMIC Debian 6.1.140-1 (2025-05-22)\n',
      '/proc/stat': 'cpu 1 2 3\nbtime 1763913491\n',
      '/proc/uptime': '11191.27 12288.03\n',
      '/etc/default/locale': '# update-locale\nLANG="fr_FR.UTF-8"\n',
      '/etc/hosts': '127.0.1.1 pc1.lycee.example pc1\n',
      '/etc/hostid': Uint8Array.from([0x01, 0x02, 0x03, 0xa4]),
      '/etc/ssh/ssh_host_ed25519_key.pub': 'ssh-ed25519 AAAAC3Nz root@pc1\n',
    };
    const stats = { '/': { createdAt: Date.UTC(2024, 8, 2, 7, 11, 40) } };
    expect(await operatingSystem({ files, stats, facts: { timezoneOffset: () => -60 } })).toEqual({
      name: 'Debian GNU/Linux',
      version: '12.11',
      fullName: 'Debian GNU/Linux 12 (bookworm)',
      kernelName: 'Linux',
      kernelVersion: '6.1.0-37-amd64',
      kernelBuild: '#1 SMP PREEMPT_DYNAMIC Debian 6.1.140-1 (2025-05-22)',
      arch: 'x86_64',
      dnsDomain: 'lycee.example',
      fqdn: 'pc1.lycee.example',
      hostId: 'a4030201',
      sshKey: 'ssh-ed25519 AAAAC3Nz',
      bootTime: '2025-11-23 16:58:11',
      uptime: 11191,
      installDate: '2024-09-02 08:11:40',
      language: 'fr_FR.UTF-8',
    });
  });

  it('has no point release that is not of its release', async () => {
    const files = { '/etc/os-release': debian, '/etc/debian_version': 'trixie/sid\n' };
    expect((await operatingSystem({ files }))?.version).toBe('12');
  });

  it('has a build instead of a version where it rolls', async () => {
    const files = { '/usr/lib/os-release': 'NAME="Arch Linux"\nBUILD_ID=rolling\n' };
    expect(await operatingSystem({ files })).toMatchObject({
      name: 'Arch Linux',
      version: 'rolling',
      build: 'rolling',
    });
  });

  it('invents no date, no name and no language where nothing tells them', async () => {
    const stats = { '/': { createdAt: 0 } };
    expect(await operatingSystem({ files: { '/etc/os-release': debian }, stats })).toEqual({
      name: 'Debian GNU/Linux',
      version: '12',
      fullName: 'Debian GNU/Linux 12 (bookworm)',
      kernelName: 'Linux',
      kernelVersion: '6.1.0-37-amd64',
      arch: 'x86_64',
    });
  });
});
