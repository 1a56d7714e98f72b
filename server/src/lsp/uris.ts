/** URIs of files, which clients write in more than one way. Pure. */

/**
 * One text for all ways to write a URI: `file:///a%20b` and `file:///a b`, `file:///c%3A/x` and `file:///C:/x`.
 *
 * @returns for comparing only; the URI itself where it is none of a file
 */
export const canonicalUri = (uri: string): string => {
  try {
    const { protocol, host, pathname } = new URL(uri);
    if (protocol !== 'file:') return uri;
    const path = decodeURIComponent(pathname).replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
    return `file://${host}${path}`;
  } catch {
    return uri;
  }
};

/** Whether a file or folder is below a folder, or the folder itself. Both canonical. */
export const isBelow = (folder: string, uri: string): boolean => {
  const base = folder.replace(/(?<!\/)\/+$/, '');
  return uri === base || uri.startsWith(`${base}/`);
};
