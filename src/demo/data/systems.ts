/** The systems of the school, each with the agent that inventories it there. */
export interface System {
  readonly family: 'debian' | 'windows' | 'macos';
  readonly name: string;
  readonly version: string;
  readonly comments: string;
  readonly agent: string;
}

export const systems = {
  debian12: {
    family: 'debian',
    name: 'Debian GNU/Linux',
    version: '12.13',
    comments: 'Debian GNU/Linux 12 (bookworm)',
    agent: 'parcours_v0.1.0',
  },
  debian13: {
    family: 'debian',
    name: 'Debian GNU/Linux',
    version: '13.4',
    comments: 'Debian GNU/Linux 13 (trixie)',
    agent: 'parcours_v0.1.0',
  },
  debianServer: {
    family: 'debian',
    name: 'Debian GNU/Linux',
    version: '12.13',
    comments: 'Debian GNU/Linux 12 (bookworm)',
    agent: 'OCS-NG_unified_unix_agent_v2.10.0',
  },
  windows10: {
    family: 'windows',
    name: 'Microsoft Windows 10 Professionnel',
    version: '10.0.19045',
    comments: 'Windows 10 22H2',
    agent: 'GLPI-Agent_v1.15',
  },
  windows11: {
    family: 'windows',
    name: 'Microsoft Windows 11 Professionnel',
    version: '10.0.26100',
    comments: 'Windows 11 24H2',
    agent: 'GLPI-Agent_v1.15',
  },
  macos15: {
    family: 'macos',
    name: 'macOS',
    version: '15.7',
    comments: 'macOS 15.7 (24G222)',
    agent: 'FusionInventory-Agent_v2.6',
  },
} as const satisfies Record<string, System>;

export type SystemName = keyof typeof systems;

/** What a system becomes when it is upgraded. */
export const successors: { readonly [N in SystemName]?: SystemName } = {
  debian12: 'debian13',
  windows10: 'windows11',
};
