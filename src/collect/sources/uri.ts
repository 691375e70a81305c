/** An address may carry a user and a password: of a private archive, of a shared printer. */
export function withoutLogin(uri: string): string {
  return uri.replace(/^([\w+.-]+:\/\/)[^/@]*@/, '$1');
}
