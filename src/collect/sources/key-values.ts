/** Lines `KEY=value`, as in /etc/os-release and the leases of systemd-networkd; quotes around a value are taken off. */
export function parseKeyValues(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, key, value] = /^\s*([A-Za-z_]\w*)=(.*)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) values.set(key, unquote(value.trim()));
  }
  return values;
}

function unquote(value: string): string {
  const [, , inner] = /^(["'])(.*)\1$/.exec(value) ?? [];
  return (inner ?? value).replace(/\\(["'$`\\])/g, '$1');
}
