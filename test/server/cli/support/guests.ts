/** Guests for tests of the command line. */
import type { RunOptions } from './program.ts';

export const GOOD = 'name = "web"\ntype = "pvh"\nkernel = "/boot/vmlinuz"\nmemory = 512\n';
/** xl never reads the option in line 5. */
export const WITH_WARNING = `${GOOD}memroy = 512\n`;
/** xl rejects the value in line 3. */
export const BAD = 'name = "web"\nkernel = "/boot/vmlinuz"; memory = 512\ntype = "xyz"\n';
/** The deprecated prefix has a safe fix. */
export const FIXABLE = `${GOOD}disk = [ 'tap:aio:/srv/web.img,xvda,w' ]\n`;
/** A note in line 4, which has a safe fix, and a warning in line 5. */
export const WITH_FINDINGS =
  'name = "a"\ntype = "pvh"\nkernel = "/k"; memory = 512\ndisk = [ \'tap:aio:/a.img,xvda,w\' ]\nmemroy = 1\n';
/** A file of another program. */
export const NOT_A_GUEST = '[section]\nkey: value\n';

/** Root may read and write everything, so a test of permissions runs as another user. */
export const asOtherUser: RunOptions = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
