/** Files whose content never leaves the machine: passwords, keys, and what processes were started with. */
const SECRET_FILES: readonly RegExp[] = [
  /\/g?shadow-?$/,
  /\/(?:environ|cmdline)$/,
  /\.(?:key|pem|p12|pfx|keytab|gpg|kdbx)$/i,
  /\/\.(?:ssh|gnupg|aws|kube|docker|netrc|pgpass|my\.cnf|git-credentials)(?:\/|$)/,
  /\/ssh_host_\w+_key$/,
  /\/(?:system-connections|wpa_supplicant|iwd|wireguard|openvpn|ppp)\//,
  /\/auth\.conf/,
  /_history$/,
];

export function isSecretFile(path: string): boolean {
  return SECRET_FILES.some((pattern) => pattern.test(path));
}

/**
 * Text without its passwords: of addresses, `https://name:password@host`, of settings, `password=…`, and of XML,
 * `passwd='…'`. What is no text stays as it is.
 */
export function withoutCredentials(bytes: Uint8Array): Uint8Array {
  if (bytes.includes(0)) return bytes;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const clean = PASSWORDS.reduce((left, [pattern, replacement]) => left.replace(pattern, replacement), text);
  return clean === text ? bytes : Buffer.from(clean, 'latin1');
}

const PASSWORDS: readonly (readonly [RegExp, string])[] = [
  [/(:\/\/)[^\s/:@]+:[^\s/@]+@/g, '$1'],
  [/^([ \t]*\w*(?:password|passwd|passphrase|psk|secret|token)[ \t]*[=:][ \t]*)\S.*$/gim, '$1'],
  [/(\b(?:passwd|password)=)(["'])[^"']*\2/gi, '$1$2$2'],
];
