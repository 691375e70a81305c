/** Values by key, by group: the key files of NetworkManager and the like. What stands before the first group is in ''. */
export type IniFile = ReadonlyMap<string, ReadonlyMap<string, string>>;

export function parseIni(text: string): IniFile {
  const groups = new Map<string, Map<string, string>>();
  let group = '';
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    const [, name] = /^\[(.+)\]$/.exec(line) ?? [];
    if (name !== undefined) group = name;
    const [, key, value] = /^([^#;[=][^=]*?)\s*=\s*(.*)$/.exec(line) ?? [];
    if (key === undefined || value === undefined) continue;
    groups.set(group, (groups.get(group) ?? new Map<string, string>()).set(key, value));
  }
  return groups;
}
