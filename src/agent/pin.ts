import { createHash, X509Certificate } from 'node:crypto';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import { ParcoursError } from '../model/errors.ts';

/**
 * What `--pin` names, in lower-case hex: the SHA-256 of a certificate, as `openssl x509 -fingerprint -sha256` prints it,
 * or of its public key (SPKI, RFC 7469), which outlives a renewal with the same key. In hex, colons or not, or in base64.
 * Fails with `usage`.
 */
export function parsePin(text: string): string {
  const [, digest = ''] = /^sha256:(.+)$/i.exec(text) ?? [];
  const hex = digest.replaceAll(':', '').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(hex)) return hex;
  if (/^[\w+/-]{43}=?$/.test(digest)) return Buffer.from(digest, 'base64').toString('hex');
  throw new ParcoursError('usage', `--pin=${text}: write sha256: and 64 hex digits, or 44 characters of base64`);
}

/** The check of a certificate that is believed already: its name, and that it is one of those pinned. */
export function checkPinned(pins: readonly string[]): typeof checkServerIdentity {
  return (host, certificate) => checkServerIdentity(host, certificate) ?? changedPin(pins, certificate);
}

function changedPin(pins: readonly string[], { raw }: PeerCertificate): Error | undefined {
  const certificate = sha256(raw);
  const key = sha256(new X509Certificate(raw).publicKey.export({ type: 'spki', format: 'der' }));
  if (pins.includes(certificate) || pins.includes(key)) return undefined;
  return new ParcoursError(
    'protocol',
    `its certificate is none that --pin names: nothing was sent. Where the server is known to have a new one, give --pin=sha256:${certificate}`,
  );
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
