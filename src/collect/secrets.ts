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

/** Text without the name and password of its addresses, `https://name:password@host`; what is no text stays as it is. */
export function withoutCredentials(bytes: Uint8Array): Uint8Array {
  if (bytes.includes(0)) return bytes;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const clean = text.replace(/(:\/\/)[^\s/:@]+:[^\s/@]+@/g, '$1');
  return clean === text ? bytes : Buffer.from(clean, 'latin1');
}
