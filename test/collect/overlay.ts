import type { Host } from '../../src/model/host.ts';

/** A machine as it was recorded, with files put over its own. */
export function withFiles(host: Host, files: Readonly<Record<string, string | Uint8Array>>): Host {
  return {
    ...host,
    async read(path) {
      const content = files[path];
      return content === undefined ? host.read(path) : Buffer.from(content);
    },
    async stat(path) {
      const content = files[path];
      return content === undefined ? host.stat(path) : { size: content.length, modifiedAt: 0, directory: false };
    },
    async list(path) {
      const below = Object.keys(files).filter((name) => name.startsWith(`${path}/`));
      const names = below.map((name) => name.slice(path.length + 1).split('/')[0] ?? '');
      const own = await host.list(path);
      return own || names.length > 0 ? [...new Set([...(own ?? []), ...names])] : undefined;
    },
  };
}
