import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { linuxGemPackages } from '../../../src/collect/linux/gem-packages.ts';
import { linuxListeners } from '../../../src/collect/linux/listeners.ts';
import { linuxNpmPackages } from '../../../src/collect/linux/npm-packages.ts';
import { linuxPipPackages } from '../../../src/collect/linux/pip-packages.ts';
import { localHost } from '../../../src/collect/local-host.ts';
import { collect } from '../../../src/collect/run.ts';
import { silentLog } from '../../../src/model/log.ts';
import { fakeHost } from '../fake-host.ts';

const installDate = '1970-01-01T00:00:00';

describe('what is read only on request', () => {
  const collectors = [linuxListeners, linuxPipPackages];
  const host = fakeHost({ files: { '/proc/net/tcp': '' } });

  it('is no part of a usual run, so that nothing seems to lack', async () => {
    const { sections, reports } = await collect(host, { collectors, log: silentLog });
    expect({ sections, reports }).toEqual({ sections: {}, reports: {} });
  });

  it('is read where it is named', async () => {
    const { reports } = await collect(host, { collectors, only: ['listeners'], log: silentLog });
    expect(reports).toEqual({ listeners: { state: 'complete' } });
  });
});

describe('listening ports', () => {
  const head = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
  const rest = '00000000:00000000 00:00000000 00000000     0        0';
  const files = {
    '/proc/net/tcp': `${head}   0: 0100007F:0277 00000000:0000 0A ${rest} 501 1 0\n   1: 0C01A8C0:0016 0B01A8C0:D2F0 01 ${rest} 502 1 0\n`,
    '/proc/net/tcp6': `${head}   0: 00000000000000000000000000000000:0016 00000000000000000000000000000000:0000 0A ${rest} 503 1 0\n`,
    '/proc/net/udp': `${head}  12: 00000000:14E9 00000000:0000 07 ${rest} 504 2 0\n`,
    '/proc/88/comm': 'cupsd\n',
    '/proc/210/comm': 'sshd\n',
    '/proc/210/fd/0': '',
  };
  const links = { '/proc/88/fd/7': 'socket:[501]', '/proc/210/fd/3': 'socket:[503]', '/proc/210/fd/0': '/dev/null' };

  it('are told with the program that listens', async () => {
    expect(await linuxListeners.collect(fakeHost({ files, links }))).toEqual({
      rows: [
        { protocol: 'tcp', address: '127.0.0.1', port: 631, program: 'cupsd', pid: 88 },
        { protocol: 'tcp', address: '::', port: 22, program: 'sshd', pid: 210 },
        { protocol: 'udp', address: '0.0.0.0', port: 5353 },
      ],
    });
  });

  it('need root for the programs of others', async () => {
    const collected = await linuxListeners.collect(fakeHost({ files, links, facts: { userId: 1000 } }));
    expect(collected?.missing).toBe('needs-root: programs of other users');
  });

  it.skipIf(process.platform !== 'linux')('include one that this test opens', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      const rows = (await linuxListeners.collect(localHost()))?.rows ?? [];
      expect(rows.find((row) => row.port === port)).toMatchObject({ address: '127.0.0.1', pid: process.pid });
    } finally {
      server.close();
    }
  });
});

describe('packages of languages', () => {
  it('of Python are those that pip lists', async () => {
    const files = {
      '/usr/lib/python3/dist-packages/PyYAML-6.0.dist-info/METADATA':
        'Metadata-Version: 2.1\nName: PyYAML\nVersion: 6.0\nSummary: YAML parser and emitter for Python\nAuthor: Kirill Simonov\nAuthor-email: xi@resolvent.net\n\nName: not a header\n',
      '/usr/local/lib/python3.11/dist-packages/rich-13.7.1.dist-info/METADATA':
        'Name: rich\nVersion: 13.7.1\nAuthor-email: Will McGugan <will@example.org>\n\n',
      '/home/anna/.local/lib/python3.11/site-packages/old.egg-info/PKG-INFO':
        'Name: old\nVersion: 1\nSummary: UNKNOWN\nAuthor: UNKNOWN\n',
    };
    expect((await linuxPipPackages.collect(fakeHost({ files })))?.rows).toEqual([
      {
        name: 'PyYAML',
        version: '6.0',
        publisher: 'Kirill Simonov',
        comments: 'YAML parser and emitter for Python',
        manager: 'pip',
        installDate,
        folder: '/usr/lib/python3/dist-packages',
      },
      {
        name: 'rich',
        version: '13.7.1',
        publisher: 'Will McGugan',
        manager: 'pip',
        installDate,
        folder: '/usr/local/lib/python3.11/dist-packages',
      },
      { name: 'old', version: '1', manager: 'pip', installDate, folder: '~/.local/lib/python3.11/site-packages' },
    ]);
  });

  it('of Node.js are the global ones, with and without a scope', async () => {
    const modules = '/usr/local/lib/node_modules';
    const files = {
      [`${modules}/npm/package.json`]:
        '{"name":"npm","version":"10.8.2","author":"GitHub Inc.","description":"a package manager"}',
      [`${modules}/@vue/cli/package.json`]: '{"name":"@vue/cli","version":"5.0.8","author":{"name":"Evan You"}}',
      [`${modules}/torn/package.json`]: '{"name":',
    };
    expect((await linuxNpmPackages.collect(fakeHost({ files })))?.rows).toEqual([
      {
        name: 'npm',
        version: '10.8.2',
        publisher: 'GitHub Inc.',
        comments: 'a package manager',
        manager: 'npm',
        installDate,
        folder: modules,
      },
      { name: '@vue/cli', version: '5.0.8', publisher: 'Evan You', manager: 'npm', installDate, folder: modules },
    ]);
  });

  it('of Ruby are those that gem lists', async () => {
    const specification = [
      '# -*- encoding: utf-8 -*-',
      '# stub: rake 13.0.6 ruby lib',
      'Gem::Specification.new do |s|',
      '  s.name = "rake".freeze',
      '  s.version = "13.0.6"',
      '  s.authors = ["Hiroshi SHIBATA".freeze, "Eric Hodel".freeze]',
      '  s.summary = "Rake is a Make-like program implemented in Ruby".freeze',
      'end',
    ].join('\n');
    const folder = '/var/lib/gems/3.1.0/specifications';
    expect(
      (await linuxGemPackages.collect(fakeHost({ files: { [`${folder}/rake-13.0.6.gemspec`]: specification } })))?.rows,
    ).toEqual([
      {
        name: 'rake',
        version: '13.0.6',
        publisher: 'Hiroshi SHIBATA, Eric Hodel',
        comments: 'Rake is a Make-like program implemented in Ruby',
        manager: 'gem',
        installDate,
        folder,
      },
    ]);
  });
});
