/** Settings of apt, `APT::Periodic::Unattended-Upgrade "1";`, by full name in lower case. apt.conf(5). */
export function parseAptConf(text: string): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  const scopes: string[] = [];
  const plain = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*(?:\/\/|#).*$/gm, '');
  for (const [, name = '', value, sign] of plain.matchAll(TOKEN)) {
    const full = [...scopes, name].filter(Boolean).join('::').toLowerCase();
    if (sign === '{') scopes.push(name);
    else if (sign === '}') scopes.pop();
    else if (name && value !== undefined) settings.set(full, value);
  }
  return settings;
}

const TOKEN = /([\w:./-]*)\s*(?:"([^"]*)"\s*;|(\{|\}))/g;
