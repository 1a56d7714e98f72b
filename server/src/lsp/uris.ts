/** URIs of files. Clients write one URI in different ways: `file:///a%20b` and `file:///a b`. Pure. */

/** Percent-decodes; a malformed text is returned unchanged. */
export const decodeUriPart = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * The decoded path of a URI of any scheme, for telling a file's kind by its name.
 *
 * @returns the text itself if it isn't a URI
 */
export const pathOfUri = (uri: string): string => {
  try {
    return decodeURIComponent(new URL(uri).pathname);
  } catch {
    return uri;
  }
};

/**
 * The same text for all ways to write a file URI: percent-encoded or not, drive letters in either case.
 *
 * @returns a text for comparisons only; a URI of another scheme unchanged
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

/** True if a file or folder is the given folder or below it. Both URIs must be canonical. */
export const isWithin = (folder: string, uri: string): boolean => {
  const base = folder.replace(/(?<!\/)\/+$/, '');
  return uri === base || uri.startsWith(`${base}/`);
};

/** The URI without its last segment; undefined if only scheme and authority are left. */
export const parentUri = (uri: string): string | undefined => {
  const scheme = uri.indexOf('://');
  const path = scheme < 0 ? -1 : uri.indexOf('/', scheme + '://'.length);
  return path < 0 ? undefined : uri.slice(0, uri.lastIndexOf('/'));
};
