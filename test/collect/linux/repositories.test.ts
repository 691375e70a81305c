import { expect, it } from 'vitest';
import { linuxApkRepositories } from '../../../src/collect/linux/apk-repositories.ts';
import { linuxAptRepositories } from '../../../src/collect/linux/apt-repositories.ts';
import { linuxFlatpakRepositories } from '../../../src/collect/linux/flatpak-repositories.ts';
import { linuxPacmanRepositories } from '../../../src/collect/linux/pacman-repositories.ts';
import { linuxRpmRepositories } from '../../../src/collect/linux/rpm-repositories.ts';
import { fakeHost } from '../fake-host.ts';

it('tells the repositories of apt that are switched off, too', async () => {
  const path = '/etc/apt/sources.list.d/test.sources';
  const text =
    'Types: deb\nURIs: https://anna:secret@apt.example.org/debian\nSuites: trixie\nComponents: main\nEnabled: no\n';
  expect((await linuxAptRepositories.collect(fakeHost({ files: { [path]: text } })))?.rows).toEqual([
    { name: 'trixie main', baseUrl: 'https://apt.example.org/debian', enabled: false, fileName: path },
  ]);
});

it('reads the repositories of dnf and zypper', async () => {
  const fedora = '/etc/yum.repos.d/fedora.repo';
  const suse = '/etc/zypp/repos.d/repo-oss.repo';
  const files = {
    [fedora]: [
      '[fedora]',
      'name=Fedora $releasever - $basearch',
      '#baseurl=http://download.example/pub/fedora/',
      'metalink=https://mirrors.fedoraproject.org/metalink?repo=fedora-$releasever&arch=$basearch',
      'enabled=1',
      '',
      '[fedora-source]',
      'name=Fedora $releasever - Source',
      'metalink=https://mirrors.fedoraproject.org/metalink?repo=fedora-source-$releasever&arch=$basearch',
      'enabled=0',
    ].join('\n'),
    [suse]:
      '[repo-oss]\nname=Main Repository (OSS)\nbaseurl=https://download.opensuse.org/distribution/leap/15.6/repo/oss/\n',
    '/etc/yum.repos.d/README': '[none]\nname=no repository\n',
  };
  const metalink = 'https://mirrors.fedoraproject.org/metalink?repo=fedora-$releasever&arch=$basearch';
  const source = metalink.replace('fedora-$', 'fedora-source-$');
  expect((await linuxRpmRepositories.collect(fakeHost({ files })))?.rows).toEqual([
    {
      name: 'Fedora $releasever - $basearch',
      baseUrl: metalink,
      enabled: true,
      fileName: fedora,
      tag: 'fedora',
      mirrors: metalink,
    },
    {
      name: 'Fedora $releasever - Source',
      baseUrl: source,
      enabled: false,
      fileName: fedora,
      tag: 'fedora-source',
      mirrors: source,
    },
    {
      name: 'Main Repository (OSS)',
      baseUrl: 'https://download.opensuse.org/distribution/leap/15.6/repo/oss/',
      enabled: true,
      fileName: suse,
      tag: 'repo-oss',
    },
  ]);
  expect(await linuxRpmRepositories.collect(fakeHost({}))).toBeUndefined();
});

it('reads the repositories of pacman, with the first of their mirrors', async () => {
  const files = {
    '/etc/pacman.conf':
      '[options]\nArchitecture = auto\n#[testing]\n[core]\nInclude = /etc/pacman.d/mirrorlist\n[own]\nServer = file:///srv/own\n',
    '/etc/pacman.d/mirrorlist':
      '## France\n#Server = https://old.example/$repo\nServer = https://arch.example/$repo/os/$arch\nServer = https://b.example\n',
  };
  const fileName = '/etc/pacman.conf';
  expect((await linuxPacmanRepositories.collect(fakeHost({ files })))?.rows).toEqual([
    {
      name: 'core',
      baseUrl: 'https://arch.example/$repo/os/$arch',
      enabled: true,
      fileName,
      mirrors: '/etc/pacman.d/mirrorlist',
    },
    { name: 'own', baseUrl: 'file:///srv/own', enabled: true, fileName },
  ]);
});

it('reads the repositories of apk', async () => {
  const text =
    'https://dl-cdn.alpinelinux.org/alpine/v3.20/main\n#https://dl-cdn.alpinelinux.org/alpine/edge/main\n@testing https://dl-cdn.alpinelinux.org/alpine/edge/testing\n';
  const fileName = '/etc/apk/repositories';
  expect((await linuxApkRepositories.collect(fakeHost({ files: { [fileName]: text } })))?.rows).toEqual([
    { name: 'v3.20 main', baseUrl: 'https://dl-cdn.alpinelinux.org/alpine/v3.20/main', enabled: true, fileName },
    {
      name: 'edge testing',
      baseUrl: 'https://dl-cdn.alpinelinux.org/alpine/edge/testing',
      enabled: true,
      fileName,
      tag: 'testing',
    },
  ]);
});

it('reads the remotes of flatpak, of the machine and of a user', async () => {
  const config = '[core]\nrepo_version=1\n\n[remote "flathub"]\nurl=https://dl.flathub.org/repo/\nxa.title=Flathub\n';
  const files = {
    '/var/lib/flatpak/repo/config': config,
    '/home/anna/.local/share/flatpak/repo/config':
      '[remote "beta"]\nurl=https://dl.flathub.org/beta-repo/\nxa.disable=true\n',
  };
  expect((await linuxFlatpakRepositories.collect(fakeHost({ files })))?.rows).toEqual([
    {
      name: 'Flathub',
      baseUrl: 'https://dl.flathub.org/repo/',
      enabled: true,
      fileName: '/var/lib/flatpak/repo/config',
      tag: 'flathub',
    },
    {
      name: 'beta',
      baseUrl: 'https://dl.flathub.org/beta-repo/',
      enabled: false,
      fileName: '~/.local/share/flatpak/repo/config',
      tag: 'beta',
    },
  ]);
});
