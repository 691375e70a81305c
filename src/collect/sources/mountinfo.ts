/** A mount of /proc/self/mountinfo, proc(5). */
export interface Mount {
  /** `major:minor` of the file system. */
  readonly device: string;
  /** Folder of the file system that is mounted: `/`, or deeper for a bind mount and a btrfs subvolume. */
  readonly root: string;
  readonly mountPoint: string;
  readonly type: string;
  readonly source: string;
}

export function parseMountinfo(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ');
    const [, , device, root, mountPoint] = before.split(' ');
    const [type, source] = after.split(' ');
    if (!device || !root || !mountPoint || !type || !source) return [];
    return [{ device, root: unescaped(root), mountPoint: unescaped(mountPoint), type, source: unescaped(source) }];
  });
}

/** Whether the file system is another machine's, or a program's: it may never answer. */
export function isOnNetwork({ type }: Mount): boolean {
  return FAR.test(type);
}

const FAR = /^(?:nfs4?|cifs|smb3|smbfs|ncpfs|afs|ceph|glusterfs|lustre|9p|autofs|fuse(?:\.(?!lxcfs).*)?)$/;

/** The mount a path lies on: of those above it the deepest, and of these the last. */
export function mountOf(path: string, mounts: readonly Mount[]): Mount | undefined {
  return mounts.reduce<Mount | undefined>((deepest, mount) => {
    const above = mount.mountPoint === '/' || path === mount.mountPoint || path.startsWith(`${mount.mountPoint}/`);
    return above && mount.mountPoint.length >= (deepest?.mountPoint.length ?? 0) ? mount : deepest;
  }, undefined);
}

/** Blank, tab, newline and backslash are written in octal. */
function unescaped(path: string): string {
  return path.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
