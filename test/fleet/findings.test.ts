import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../src/fleet/findings.ts';
import type { SectionView } from '../../src/fleet/fleet.ts';
import type { SectionName, SectionRow } from '../../src/model/catalogue.ts';

function view<N extends SectionName>(
  name: N,
  rows: readonly SectionRow<N>[],
  told: Partial<SectionView> = {},
): SectionView {
  return { name, completeness: 'complete', rows, ...told };
}

function codes(...sections: readonly SectionView[]): readonly string[] {
  return findingsOf(sections).map(({ code, subject }) => [code, subject].filter(Boolean).join(' '));
}

const windows = view('hardware', [{ osName: 'Microsoft Windows 11 Professionnel' }]);

describe('what is wrong with the protection of a machine', () => {
  it('comes with the worst first', () => {
    const security = view('security', [
      { name: 'automatic-updates', state: 'off' },
      { name: 'kernel-lockdown', state: 'off' },
      { name: 'security-updates', state: 'pending', count: 3 },
      { name: 'ssh-root-login', state: 'on' },
      { name: 'ssh-password-login', state: 'on' },
    ]);
    expect(findingsOf([security])).toEqual([
      { level: 'wrong', code: 'security-updates', section: 'security', count: 3 },
      { level: 'wrong', code: 'ssh-root-password', section: 'security' },
      { level: 'watch', code: 'automatic-updates-off', section: 'security' },
    ]);
  });

  it('is a Windows on which programs need not ask for rights', () => {
    expect(codes(view('security', [{ name: 'account-control', state: 'off' }]))).toEqual(['account-control-off']);
    expect(
      codes(
        view('security', [
          { name: 'account-control', state: 'on' },
          { name: 'tpm', state: 'none' },
        ]),
      ),
    ).toEqual([]);
  });

  it('is nothing where nothing is known', () => {
    const failed = { completeness: 'failed' } as const;
    expect(codes()).toEqual([]);
    expect(
      codes(windows, view('firewall', [], failed), view('antivirus', [], failed), view('security', [], failed)),
    ).toEqual([]);
    expect(codes(view('firewall', [{ description: 'ufw', status: 'off' }], { completeness: 'partial' }))).toEqual([]);
    expect(codes(view('firewall', [{ description: 'nftables', status: 'unknown' }]))).toEqual([]);
    expect(codes(view('antivirus', [{ name: 'CrowdStrike Falcon' }]))).toEqual([]);
  });

  it('is a firewall that is off, unless another one is on', () => {
    expect(codes(view('firewall', []))).toEqual(['no-firewall']);
    expect(codes(view('firewall', [{ description: 'ufw', status: 'off' }]))).toEqual(['no-firewall']);
    const both = [
      { description: 'ufw', status: 'off' },
      { description: 'nftables', status: 'on' },
    ];
    expect(codes(view('firewall', both))).toEqual([]);
  });

  it('is each profile of the Windows firewall that is off', () => {
    const profiles = ['Domain', 'Public'].map((profile) => ({ profile, status: profile === 'Public' ? 'off' : 'on' }));
    expect(codes(view('firewall', profiles))).toEqual(['firewall-off Public']);
    const another = { description: 'ESET', status: 'on' };
    expect(codes(view('firewall', [another, ...profiles]))).toEqual([]);
    expect(codes(view('firewall', [{ ...another, status: 'off' }, ...profiles]))).toEqual(['firewall-off Public']);
  });

  it('is an antivirus that is off or old, and none at all on Windows', () => {
    expect(codes(view('antivirus', [{ name: 'Defender', enabled: false }]))).toEqual(['antivirus-off Defender']);
    expect(codes(view('antivirus', [{ name: 'Defender', enabled: true, upToDate: false }]))).toEqual([
      'antivirus-outdated Defender',
    ]);
    const replaced = [
      { name: 'Defender', enabled: false },
      { name: 'ESET', enabled: true, upToDate: true },
    ];
    expect(codes(view('antivirus', replaced))).toEqual([]);
    expect(codes(windows, view('antivirus', []))).toEqual(['no-antivirus']);
    expect(codes(view('antivirus', []))).toEqual([]);
  });

  it('is each RAID array that lacks disks', () => {
    const volumes = view('volumes', [
      { name: '/dev/md0', type: 'raid1', state: 'whole', disks: '2/2' },
      { name: '/dev/md1', type: 'raid5', state: 'degraded', disks: '2/3' },
      { name: '/dev/sda1', type: 'partition' },
    ]);
    expect(findingsOf([volumes])).toEqual([
      { level: 'wrong', code: 'array-degraded', section: 'volumes', subject: '/dev/md1 2/3' },
    ]);
  });

  it('is secure boot that is off, said once', () => {
    const bios = view('bios', [{ secureBoot: 'disabled' }]);
    expect(codes(bios)).toEqual(['secure-boot-off']);
    expect(codes(bios, view('security', [{ name: 'secure-boot', state: 'off' }]))).toEqual(['secure-boot-off']);
  });
});
