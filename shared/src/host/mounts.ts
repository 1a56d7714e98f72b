/** The table of mounted file systems. Facts: proc_mounts(5), check_sharing of tools/hotplug/Linux/block. */

export interface Mount {
  /** A device such as `/dev/sda1`, or any other word. */
  readonly source: string;
  readonly folder: string;
  readonly isReadOnly: boolean;
}

export interface MountTable {
  readonly mounts: readonly Mount[];
  /** Whether a look at this path goes, or may go, over a network: a server that does not answer would block it. */
  readonly isRemote: (path: string) => boolean;
}

/** File systems whose files are elsewhere. An automounter asks for a server as soon as somebody looks. */
const REMOTE =
  /^(?:nfs4?|cifs|smb3|smbfs|ncpfs|afs|coda|ceph|lustre|gpfs|ocfs2|gfs2|glusterfs|9p|virtiofs|autofs|davfs|fuse(?:\..*)?)$/;

/** Blanks and backslashes are octal: `\040`. */
const unescaped = (field: string): string =>
  field.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));

/** @param text of `/proc/mounts` */
export function readMounts(text: string): MountTable {
  const remote = new Set<string>();
  const mounts = text.split('\n').flatMap((line): Mount[] => {
    const [source, folder, type = '', options = ''] = line.split(' ');
    if (source === undefined || folder === undefined) return [];
    const mount = {
      source: unescaped(source),
      folder: unescaped(folder),
      isReadOnly: options.split(',').includes('ro'),
    };
    // Of two file systems in one folder the later one is seen.
    if (REMOTE.test(type)) remote.add(mount.folder);
    else remote.delete(mount.folder);
    return [mount];
  });
  return { mounts, isRemote: (path) => remote.has(path) };
}
