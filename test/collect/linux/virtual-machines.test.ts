import { describe, expect, it } from 'vitest';
import { linuxVirtualMachines } from '../../../src/collect/linux/virtual-machines.ts';
import { ParcoursError } from '../../../src/model/errors.ts';
import { type FakeMachine, fakeHost } from '../fake-host.ts';

async function guests(machine: FakeMachine) {
  return (await linuxVirtualMachines.collect(fakeHost(machine)))?.rows;
}

const passwd = 'root:x:0:0:root:/root:/bin/bash\nana:x:1001:1001:Ana:/home/ana:/bin/bash\n';

describe('containers of Docker', () => {
  const id = '8dfafdbc3a40f6a2b1c4e5d6f70809a1b2c3d4e5f60718293a4b5c6d7e8f9012';
  const container = {
    Id: id,
    Names: ['/web'],
    Image: 'nginx:1.27',
    State: 'running',
    Status: 'Up 2 hours',
    NetworkSettings: { Networks: { bridge: { IPAddress: '172.17.0.2', MacAddress: '02:42:ac:11:00:02' } } },
  };

  it('are told by its socket, with their limits', async () => {
    const answers = {
      '/run/docker.sock /containers/json?all=1': JSON.stringify([container]),
      [`/run/docker.sock /containers/${id}/json`]: JSON.stringify({
        HostConfig: { Memory: 536870912, NanoCpus: 2000000000, CpusetCpus: '' },
      }),
    };
    expect(await guests({ answers })).toEqual([
      {
        name: 'web',
        vmId: '8dfafdbc3a40',
        image: 'nginx:1.27',
        status: 'running',
        ipAddress: '172.17.0.2',
        mac: '02:42:ac:11:00:02',
        memory: 512,
        vcpu: 2,
        subsystem: 'Docker',
        type: 'docker',
      },
    ]);
  });

  it('without limits have none', async () => {
    const exited = { ...container, State: 'exited', NetworkSettings: { Networks: { bridge: { IPAddress: '' } } } };
    const answers = {
      '/run/docker.sock /containers/json?all=1': JSON.stringify([exited]),
      [`/run/docker.sock /containers/${id}/json`]: '{"HostConfig":{"Memory":0,"NanoCpus":0,"CpusetCpus":""}}',
    };
    const named = { name: 'web', vmId: '8dfafdbc3a40', image: 'nginx:1.27' };
    expect(await guests({ answers })).toEqual([{ ...named, status: 'off', subsystem: 'Docker', type: 'docker' }]);
  });

  it('are off while it does not run', async () => {
    const files = { [`/var/lib/docker/containers/${id}/config.v2.json`]: '{"Name":"/web","Config":{"Image":"nginx"}}' };
    expect(await guests({ files })).toMatchObject([{ name: 'web', image: 'nginx', status: 'off' }]);
  });
});

describe('containers of Podman', () => {
  const id = 'f1b2c3d4e5f60718293a4b5c6d7e8f90128dfafdbc3a40f6a2b1c4e5d6f70809';
  const list = JSON.stringify([
    { id, names: ['db'], image: 'a3ed', metadata: '{"image-name":"docker.io/library/postgres:17","name":"db"}' },
  ]);

  it('are told by its socket where it listens', async () => {
    const answers = {
      '/run/podman/podman.sock /containers/json?all=1': JSON.stringify([{ Id: id, Names: ['/db'], State: 'paused' }]),
    };
    expect(await guests({ answers })).toMatchObject([{ name: 'db', status: 'paused', subsystem: 'Podman' }]);
  });

  it('of people stand in their homes, and run where their process does', async () => {
    const files = {
      '/etc/passwd': passwd,
      '/usr/bin/podman': '',
      '/home/ana/.local/share/containers/storage/overlay-containers/containers.json': list,
      [`/run/user/1001/containers/overlay-containers/${id}/userdata/pidfile`]: '4242',
      '/proc/4242/cgroup': `0::/user.slice/user-1001.slice/user@1001.service/user.slice/libpod-${id}.scope/container\n`,
    };
    const image = 'docker.io/library/postgres:17';
    expect(await guests({ files })).toMatchObject([{ name: 'db', image, status: 'running', owner: 'ana' }]);
    const reused = { ...files, '/proc/4242/cgroup': '0::/system.slice/cron.service\n' };
    expect(await guests({ files: reused })).toMatchObject([{ name: 'db', status: 'off' }]);
  });
});

describe('machines of libvirt', () => {
  const definition = `<!--
WARNING: THIS IS AN AUTO-GENERATED FILE.
-->
<domain type='kvm'>
  <name>annuaire</name>
  <uuid>4dea22b3-1d52-d8f3-2516-782e98ab3fa0</uuid>
  <title>LDAP &amp; Samba</title>
  <memory unit='KiB'>2097152</memory>
  <currentMemory unit='KiB'>1048576</currentMemory>
  <vcpu placement='static'>2</vcpu>
  <devices><interface type='network'><mac address='52:54:00:6b:3c:58'/></interface></devices>
</domain>`;
  const file = '/etc/libvirt/qemu/annuaire.xml';
  const expected = {
    name: 'annuaire',
    uuid: '4dea22b3-1d52-d8f3-2516-782e98ab3fa0',
    subsystem: 'kvm',
    type: 'libvirt',
    memory: 2048,
    vcpu: 2,
    mac: '52:54:00:6b:3c:58',
    comment: 'LDAP & Samba',
  };

  it('are off where libvirt keeps no status of them', async () => {
    expect(await guests({ files: { [file]: definition } })).toEqual([{ ...expected, status: 'off' }]);
  });

  it('are in the state that libvirt keeps', async () => {
    const status = "<domstatus state='paused' reason='user' pid='8812'>\n<domain type='kvm' id='3'/></domstatus>";
    const files = { [file]: definition, '/run/libvirt/qemu/annuaire.xml': status };
    expect(await guests({ files })).toEqual([{ ...expected, status: 'paused' }]);
  });

  it('are not called none where only root may list them', async () => {
    const refuse = () => Promise.reject(new ParcoursError('permission', 'closed'));
    const host = fakeHost({ files: { '/var/lib/lxc/vieux/config': 'lxc.uts.name = vieux\n' } });
    const list = (path: string) => (path === '/etc/libvirt/qemu' ? refuse() : host.list(path));
    const collected = await linuxVirtualMachines.collect({ ...host, list });
    expect(collected?.missing).toBe('needs-root');
    expect(collected?.rows.map(({ name }) => name)).toEqual(['vieux']);
  });
});

describe('containers of LXC', () => {
  const config = `lxc.include = /usr/share/lxc/config/debian.common.conf
lxc.uts.name = glpi
lxc.net.0.type = veth
lxc.net.0.hwaddr = 00:16:3e:12:34:56
lxc.net.0.ipv4.address = 10.0.3.20/24
lxc.cgroup2.memory.max = 1G
lxc.cgroup2.cpuset.cpus = 0-1
`;
  const file = { '/var/lib/lxc/glpi/config': config };

  it('are read with their limits', async () => {
    expect(await guests({ files: file })).toEqual([
      {
        name: 'glpi',
        subsystem: 'LXC',
        type: 'lxc',
        memory: 1024,
        vcpu: 2,
        mac: '00:16:3e:12:34:56',
        ipAddress: '10.0.3.20',
        operatingSystem: 'debian',
        status: 'off',
      },
    ]);
  });

  it.each([
    ['running', { '/sys/fs/cgroup/lxc.payload.glpi/cgroup.freeze': '0\n' }],
    ['paused', { '/sys/fs/cgroup/lxc.payload.glpi/cgroup.freeze': '1\n' }],
    ['running', { '/sys/fs/cgroup/memory/lxc/glpi/tasks': '1\n' }],
  ])('are %s where their control group says so', async (status, group) => {
    expect(await guests({ files: { ...file, ...group } })).toMatchObject([{ name: 'glpi', status }]);
  });
});

it('tells instances of LXD and Incus', async () => {
  const instance = {
    name: 'moodle',
    status: 'Running',
    type: 'virtual-machine',
    expanded_config: {
      'image.description': 'Debian bookworm amd64',
      'limits.cpu': '4',
      'limits.memory': '8GiB',
      'volatile.eth0.hwaddr': '00:16:3e:aa:bb:cc',
      'volatile.uuid': '0ad3b4a8-4d3f-4b30-9d3e-4b2c0a1d2e3f',
    },
  };
  const path = '/1.0/instances?recursion=1&all-projects=true';
  const answers = { [`/var/lib/incus/unix.socket ${path}`]: JSON.stringify({ type: 'sync', metadata: [instance] }) };
  expect(await guests({ answers })).toEqual([
    {
      name: 'moodle',
      uuid: '0ad3b4a8-4d3f-4b30-9d3e-4b2c0a1d2e3f',
      status: 'running',
      subsystem: 'Incus',
      type: 'qemu',
      memory: 8192,
      vcpu: 4,
      image: 'Debian bookworm amd64',
      mac: '00:16:3e:aa:bb:cc',
    },
  ]);
});

it('tells containers of systemd-nspawn, and leaves to libvirt those that are its own', async () => {
  const files = {
    '/run/systemd/machines/build':
      'NAME=build\nSERVICE=systemd-nspawn\nID=0c4a8d6e2b1f4f7e9a3d5c6b7a8e9f01\nCLASS=container\n',
    '/run/systemd/machines/qemu-1-annuaire': 'NAME=qemu-1-annuaire\nSERVICE=libvirt-qemu\nCLASS=vm\n',
    '/var/lib/machines/build/etc/hostname': 'build\n',
    '/var/lib/machines/old.raw': '',
  };
  expect(await guests({ files })).toEqual([
    {
      name: 'build',
      uuid: '0c4a8d6e-2b1f-4f7e-9a3d-5c6b7a8e9f01',
      status: 'running',
      subsystem: 'systemd-nspawn',
      type: 'systemd-nspawn',
    },
    { name: 'old', status: 'off', subsystem: 'systemd-nspawn', type: 'systemd-nspawn' },
  ]);
});

it('tells machines of VirtualBox with who has them, and which run', async () => {
  const uuid = 'f3e1d2c4-aaaa-bbbb-cccc-0123456789ab';
  const src = '/home/ana/VirtualBox VMs/Debian/Debian.vbox';
  const files = {
    '/etc/passwd': passwd,
    '/usr/bin/VBoxManage': '',
    '/home/ana/.config/VirtualBox/VirtualBox.xml': `<MachineRegistry><MachineEntry uuid="{${uuid}}" src="${src}"/></MachineRegistry>`,
    [src]: `<Machine uuid="{${uuid}}" name="Debian" OSType="Debian_64" lastStateChange="2026-11-20T08:00:00Z"><Hardware><CPU count="2"><PAE enabled="false"/></CPU><Memory RAMSize="2048"/><Network><Adapter slot="0" enabled="true" MACAddress="0800271A2B3C"/></Network></Hardware></Machine>`,
  };
  const expected = {
    name: 'Debian',
    uuid,
    subsystem: 'Oracle VM VirtualBox',
    type: 'virtualbox',
    memory: 2048,
    vcpu: 2,
    mac: '08:00:27:1a:2b:3c',
    operatingSystem: 'Debian_64',
    owner: 'ana',
  };
  expect(await guests({ files })).toEqual([{ ...expected, status: 'off' }]);
  const command = `/usr/lib/virtualbox/VirtualBoxVM\0--comment\0Debian\0--startvm\0${uuid}\0`;
  expect(await guests({ files: { ...files, '/proc/900/cmdline': command } })).toEqual([
    { ...expected, status: 'running' },
  ]);
});

it('tells guests of Proxmox VE as they are now, not as they were in a snapshot', async () => {
  const machine = `boot: order=scsi0
cores: 2
memory: 4096
name: glpi
net0: virtio=BC:24:11:12:34:56,bridge=vmbr0
ostype: l26
smbios1: uuid=0b7c6f1e-2d3a-4f5b-8c9d-0e1f2a3b4c5d
sockets: 2

[avant-maj]
memory: 2048
name: glpi-old
`;
  const files = {
    '/etc/pve/qemu-server/100.conf': machine,
    '/run/qemu-server/100.pid': '4242\n',
    '/var/lib/lxc/101/config': 'lxc.uts.name = dns\n',
    '/etc/pve/lxc/101.conf': 'arch: amd64\nhostname: dns\nnet0: name=eth0,hwaddr=BC:24:11:AA:BB:CC\nostype: debian\n',
  };
  expect(await guests({ files })).toEqual([
    {
      name: 'glpi',
      vmId: '100',
      subsystem: 'Proxmox VE',
      uuid: '0b7c6f1e-2d3a-4f5b-8c9d-0e1f2a3b4c5d',
      memory: 4096,
      vcpu: 4,
      mac: 'bc:24:11:12:34:56',
      operatingSystem: 'l26',
      type: 'qemu',
      status: 'running',
    },
    {
      name: 'dns',
      vmId: '101',
      subsystem: 'Proxmox VE',
      memory: 512,
      vcpu: 1,
      mac: 'bc:24:11:aa:bb:cc',
      operatingSystem: 'debian',
      type: 'lxc',
      status: 'off',
    },
  ]);
});

it('finds none where nothing hosts', async () => {
  expect(await linuxVirtualMachines.collect(fakeHost({ files: { '/etc/passwd': passwd } }))).toEqual({ rows: [] });
});

it('says that one manager did not answer, and tells what the others host', async () => {
  const host = fakeHost({ files: { '/var/lib/lxc/glpi/config': '' } });
  const get = () => Promise.reject(new Error('socket hang up'));
  const collected = await linuxVirtualMachines.collect({ ...host, get });
  expect(collected?.missing).toMatch(/^failed: /);
  expect(collected?.rows).toHaveLength(1);
});
