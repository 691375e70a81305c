/** What groups of machines have in common, and machines that may be one. */
export const common = {
  consensus: {
    title: 'In common',
    size: (group: string, machines: string) => `${group} · ${machines}`,
    panes: { outliers: 'Who differs', common: 'What most have', rare: 'What few have' },
    machine: 'Machine',
    missing: 'Missing',
    different: 'Different',
    extra: 'Extra',
    differences: 'Differences',
    section: 'Section',
    what: 'What',
    value: 'Value',
    have: 'Have it',
    absent: 'Absent',
    of: (count: string, all: string) => `${count} of ${all}`,
    nobodyDiffers: 'No machine differs from most of the others',
    nothing: 'Nothing of this kind',
    itemLine: (have: string, of: string, different: string, absent: string) =>
      `${have} of ${of} have it; ${different} otherwise, ${absent} not at all`,
    states: { same: 'as most', different: 'otherwise', missing: 'not at all', rare: 'has it' },
  },
  doubles: {
    title: 'Possible doubles',
    none: 'No two device ids share a UUID, a serial number or a MAC address',
    older: 'Known before',
    newer: 'Known since',
    shares: 'In common',
    cause: 'Likely',
    marks: { uuid: 'UUID', serial: 'serial', mac: 'MAC' },
    causes: {
      reinstalled: 'reinstalled',
      'two-agents': 'two agents',
      copied: 'copied',
      adapter: 'adapter',
    },
    advice: {
      reinstalled:
        'The new id begins where the old one ends: one machine, reinstalled. To keep an id, keep the folder of its agent, or run the new agent with --adopt.',
      'two-agents':
        'Both ids report, by agents of two makes: one machine with two agents. Stop one of them; --adopt gives parcours the id of the OCS agent.',
      copied:
        'Both ids report, by agents of one make: a copied disk or virtual machine. Give the copy a UUID and a serial number of its own.',
      adapter:
        'Nothing in common but a network address: a dock or an adapter that travels. Nothing to do where both machines exist.',
    },
  },
};
