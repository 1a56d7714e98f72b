/** The guests that the tests of the command line check. */
import type { RunOptions } from './program.ts';

export const GOOD = 'name = "web"\ntype = "pvh"\nkernel = "/boot/vmlinuz"\nmemory = 512\n';
/** xl never reads the last line. */
export const WARNED = `${GOOD}memroy = 512\n`;
/** xl knows no such domain type. */
export const BAD = 'name = "web"\nkernel = "/boot/vmlinuz"\ntype = "xyz"\n';
/** xl takes it, and takes the same without the old prefix. */
export const OLD = `${GOOD}disk = [ 'tap:aio:/srv/web.img,xvda,w' ]\n`;
/** A file of another kind. */
export const OTHER = '[section]\nkey: value\n';

/** Root may read and write everything; a test of what is forbidden needs another user. */
export const asNobody: RunOptions = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
