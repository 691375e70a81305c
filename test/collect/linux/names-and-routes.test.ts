import { expect, it } from 'vitest';
import { linuxNamesAndRoutes } from '../../../src/collect/linux/names-and-routes.ts';
import { type FakeMachine, fakeHost } from '../fake-host.ts';

async function workgroup(files: FakeMachine['files'], hostName = 'pc1') {
  const collected = await linuxNamesAndRoutes.collect(fakeHost({ files: files ?? {}, facts: { hostName } }));
  return collected?.rows[0]?.workgroup;
}

const samba = { '/etc/samba/smb.conf': '[global]\n  # the room\n  Workgroup = SALLE-B12\n' };
const resolver = { ...samba, '/etc/resolv.conf': 'search lycee.example\n' };
const hosts = { ...resolver, '/etc/hosts': '127.0.1.1 pc1.b12.lycee.example pc1\n' };

it.each([
  ['in its own name', 'salle.example', hosts, 'pc1.salle.example'],
  ['in /etc/hosts', 'b12.lycee.example', hosts, 'pc1'],
  ['of the resolver', 'lycee.example', resolver, 'pc1'],
  ['of Samba', 'SALLE-B12', samba, 'pc1'],
  ['of nobody', 'WORKGROUP', {}, 'pc1'],
])('takes the domain %s: %s', async (_, expected, files, hostName) => {
  expect(await workgroup(files, hostName)).toBe(expected);
});

it('names the servers behind the stub of systemd-resolved', async () => {
  const files = {
    '/etc/resolv.conf': 'nameserver 127.0.0.53\noptions edns0\n',
    '/run/systemd/resolve/resolv.conf': 'nameserver 192.168.1.10\nnameserver fd00::53\n',
  };
  const collected = await linuxNamesAndRoutes.collect(fakeHost({ files }));
  expect(collected?.rows[0]?.dns).toEqual(['192.168.1.10', 'fd00::53']);
});
