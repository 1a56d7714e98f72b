import { execFileSync } from 'node:child_process';

/** The archive of Debian that the machine's own packages come from. Throws if its apt has none. */
export const debianArchive = (): string => {
  const args = ['indextargets', '--format', '$(REPO_URI)', 'Created-By: Packages'];
  const uris = execFileSync('apt-get', args, { encoding: 'utf8' }).split('\n');
  const found = uris.find((uri) => /\/debian\/?$/.test(uri));
  if (found === undefined) throw new Error('None of the sources of apt is an archive of Debian.');
  return found;
};
