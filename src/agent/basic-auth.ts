import type { Credentials } from './client-options.ts';

/** The Authorization header that a challenge deserves; undefined where these credentials are not for it. RFC 7617. */
export function answerChallenge(challenge: string | undefined, credentials: Credentials): string | undefined {
  const basic = /\bbasic\b(?:[^,]*?\brealm="(?<realm>[^"]*)")?/i.exec(challenge ?? '');
  const { user, password, realm } = credentials;
  if (!basic || (realm !== undefined && realm !== basic.groups?.['realm'])) return undefined;
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
