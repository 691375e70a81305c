import { createHash, timingSafeEqual } from 'node:crypto';

/** HTTP Basic, the only kind every agent speaks. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** Whether an Authorization header shows the credentials; takes as long for any wrong ones. */
export function shows(header: string | undefined, { user, password }: Credentials): boolean {
  const [, encoded = ''] = /^basic\s+([\w+/=-]+)\s*$/i.exec(header ?? '') ?? [];
  return timingSafeEqual(digest(Buffer.from(encoded, 'base64')), digest(Buffer.from(`${user}:${password}`)));
}

function digest(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}
