/** A suggestion for the name of a guest. */
import { fileName } from '../text/fileName.ts';

/** `web1` for `file:///etc/xen/web1.cfg`; `guest` where the file name is not a valid guest name. */
export function guestNameFor(uri: string): string {
  const stem = fileName(uri).replace(/\.(?:cfg|hvm|pvlinux|conf|txt)$/, '');
  // The commands of xl read digits only as a domain ID.
  if (/^\d+$/.test(stem)) return `guest${stem}`;
  return /^[\w][\w.-]*$/.test(stem) ? stem : 'guest';
}
