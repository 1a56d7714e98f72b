/** A name for a guest that has none yet. */

/** `web1` of `file:///etc/xen/web1.cfg`; `guest` where the file has no name that a guest can have. */
export function guestNameFor(uri: string): string {
  const base = uri.split(/[\\/]/).at(-1) ?? '';
  const stem = decode(base).replace(/\.(?:cfg|hvm|pvlinux|conf|txt)$/, '');
  // xl takes digits alone for the number of a domain.
  if (/^\d+$/.test(stem)) return `guest${stem}`;
  return /^[\w][\w.-]*$/.test(stem) ? stem : 'guest';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
