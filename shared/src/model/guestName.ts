/** A name for a guest that has none yet. */
import { fileName } from '../text/fileName.ts';

/** `web1` of `file:///etc/xen/web1.cfg`; `guest` where the file has no name that a guest can have. */
export function guestNameFor(uri: string): string {
  const stem = fileName(uri).replace(/\.(?:cfg|hvm|pvlinux|conf|txt)$/, '');
  // xl takes digits alone for the number of a domain.
  if (/^\d+$/.test(stem)) return `guest${stem}`;
  return /^[\w][\w.-]*$/.test(stem) ? stem : 'guest';
}
