import type { AnySections } from '../../model/catalogue.ts';
import type { AnyRow } from '../../model/descriptor.ts';
import { present } from '../../model/present.ts';

/**
 * The sections with what GLPI looks for elsewhere than OCS agents put it: the system's name, the chassis, the threads
 * of a processor, who is logged in. Rows keep their order. GLPI reference 2.5.
 */
export function withExpected(sections: AnySections): AnySections {
  const { bios, controllers, cpus, hardware, networks, operatingsystem, ports, softwares, users } = sections;
  const machine = hardware?.[0];
  return {
    ...sections,
    ...present({
      hardware: hardware?.map((row) => ({ ...present({ chassisType: bios?.[0]?.['type'] }), ...row })),
      operatingsystem: operatingsystem ?? (machine && systemOf(machine)),
      users: users ?? (machine && usersOf(machine)),
      cpus: cpus?.map((row) => ({ ...present({ threads: row['logicalCpus'] }), ...row })),
      controllers: controllers?.map((row) => ({ ...idsOf(row['pciId']), ...row })),
      networks: networks?.map(withAddress6),
      ports: ports?.map((row) => ({ type: 'None', ...row })),
      softwares: softwares?.map((row) => ({ ...architectureOf(row['bitsWidth']), ...row })),
    }),
  };
}

/** OCS agents for Unix tell the release of the kernel in OSVERSION, ours and those of Windows the system's version. */
function systemOf({ osName, osVersion, arch, installDate }: AnyRow): readonly AnyRow[] {
  const isKernel = /^\d+\.\d+\.\d+-/.test(String(osVersion ?? ''));
  const row = present({
    fullName: osName,
    [isKernel ? 'kernelVersion' : 'version']: osVersion,
    arch,
    installDate,
  });
  return Object.keys(row).length > 0 ? [row] : [];
}

function usersOf({ users, userDomain }: AnyRow): readonly AnyRow[] {
  return Array.isArray(users)
    ? users.map((login) => ({ login: String(login), ...present({ domain: userDomain }) }))
    : [];
}

function idsOf(pciId: AnyRow[string]): AnyRow {
  const [, vendorId, productId] = /^([0-9a-f]{4}):([0-9a-f]{4})$/i.exec(String(pciId)) ?? [];
  return present({ vendorId, productId });
}

/** OCS agents write addresses of both versions, with mask and network, in the same fields. */
function withAddress6(row: AnyRow): AnyRow {
  const { ipAddress, ipMask, ipSubnet } = row;
  if (typeof ipAddress !== 'string' || !ipAddress.includes(':')) return row;
  return { ...present({ ipAddress6: ipAddress, ipMask6: ipMask, ipSubnet6: ipSubnet }), ...row };
}

function architectureOf(bitsWidth: AnyRow[string]): AnyRow {
  return present({ architecture: bitsWidth === 64 ? 'x86_64' : bitsWidth === 32 ? 'i586' : undefined });
}
