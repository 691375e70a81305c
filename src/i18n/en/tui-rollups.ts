/** Texts of the screens that count over the fleet. */
export const rollups = {
  packages: {
    title: 'Software',
    count: (count: string, one: boolean) => `${count} ${one ? 'name' : 'names'}`,
    name: 'Software',
    versions: 'Versions',
    nothing: 'No software is known of these machines',
    orders: { name: 'name', machines: 'machines', first: 'first seen' },
  },
  absent: 'Absent',
  first: 'First seen',
  last: 'Last seen',
  still: 'still there',
  version: 'Version',
  allVersions: '(all versions)',
  noVersion: '(no version)',
  has: 'Has it',
  presence: (present: string, of: string, absent: string) => `on ${present} of ${of} · absent on ${absent}`,
  present: (count: string, of: string) => `Present on ${count} of ${of}`,
  missing: (count: string, of: string) => `Absent on ${count} of ${of}`,
};
