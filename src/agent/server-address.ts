/** The agent: inventories this machine and sends it to OCS Inventory servers. This file knows how servers are named. */
import { sha256 } from '../model/canonical.ts';
import { ParcoursError } from '../model/errors.ts';

/**
 * URL that `--server` means. Without a scheme the path of the protocol is added, as the OCS Unix agent does; with one the
 * URL is used as it is, but for a bare root. OCS protocol section 1.1.
 */
export function serverAddress(text: string): string {
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const url = parse(hasScheme ? text : `http://${text}`, text);
  if (url.pathname === '/' || (!hasScheme && !PROTOCOL_PATH.test(url.pathname))) {
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/ocsinventory`;
  }
  return url.href;
}

/** Name of the folder that keeps what a server agreed to: readable, safe on every file system, one a server. */
export function serverFolder(name: string): string {
  const readable = name.replace(/^\w+:\/\//, '').replace(/[^a-z0-9.-]+/gi, '_');
  return `${readable.slice(0, 100)}-${sha256(name).slice(0, 8)}`;
}

const PROTOCOL_PATH = /\/ocsinventory\/?$/;

function parse(url: string, typed: string): URL {
  if (!URL.canParse(url)) throw new ParcoursError('usage', `--server: not a host or a URL: ${typed}`);
  const parsed = new URL(url);
  if (parsed.username || parsed.password) {
    throw new ParcoursError('usage', '--server: no user or password in the URL; use --user and --password-file');
  }
  if (!/^https?:$/.test(parsed.protocol))
    throw new ParcoursError('usage', `--server: neither http nor https: ${typed}`);
  return parsed;
}
