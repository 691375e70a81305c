import { createHash, scryptSync, timingSafeEqual } from 'node:crypto';

/** HTTP Basic, the only kind every agent speaks. */
export interface Credentials {
  readonly user: string;
  /** As it is, or `scrypt:SALT:HASH`: both in base64, 32 bytes of Node's scrypt with its defaults. */
  readonly password: string;
}

/** Whether an Authorization header shows the credentials; takes as long for any wrong ones. */
export function shows(header: string | undefined, { user, password }: Credentials): boolean {
  const [, encoded = ''] = /^basic\s+([\w+/=-]+)\s*$/i.exec(header ?? '') ?? [];
  const [, shownUser = '', shownPassword = ''] =
    /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
  const isUser = timingSafeEqual(digest(shownUser), digest(user));
  return isPassword(shownPassword, password) && isUser;
}

/** Whether a password is kept as a hash: who reads the file cannot show it. */
export function isHashed(password: string): boolean {
  return HASHED.test(password);
}

function isPassword(shown: string, kept: string): boolean {
  const [, salt = '', hash = ''] = HASHED.exec(kept) ?? [];
  if (hash === '') return timingSafeEqual(digest(shown), digest(kept));
  return timingSafeEqual(digest(hashOf(shown, salt)), digest(Buffer.from(hash, 'base64')));
}

/** Takes tens of milliseconds: the newest is remembered, since every agent of a site shows the same. */
function hashOf(password: string, salt: string): Uint8Array {
  const key = digest(JSON.stringify([password, salt])).toString('hex');
  if (newest?.key !== key) newest = { key, hash: scryptSync(password, Buffer.from(salt, 'base64'), HASH_BYTES) };
  return newest.hash;
}

let newest: { readonly key: string; readonly hash: Uint8Array } | undefined;

function digest(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

const HASH_BYTES = 32;
const HASHED = /^scrypt:([\w+/]+=*):([\w+/]+=*)$/;
