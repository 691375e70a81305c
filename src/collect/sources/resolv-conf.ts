/** /etc/resolv.conf, resolv.conf(5). */
export interface Resolver {
  readonly nameservers: readonly string[];
  /** The `domain`, else the first word of `search`. */
  readonly domain?: string;
}

export function parseResolvConf(text: string): Resolver {
  const words = text.split('\n').map((line) => line.trim().split(/\s+/));
  const valuesOf = (keyword: string) => words.filter(([first]) => first === keyword).map(([, value = '']) => value);
  const nameservers = [...new Set(valuesOf('nameserver'))].filter((address) => address !== '');
  const domain = [...valuesOf('domain'), ...valuesOf('search')].find((value) => value !== '' && value !== '.');
  return domain ? { nameservers, domain } : { nameservers };
}
