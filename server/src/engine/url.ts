/** `URL`, and what `node:url` makes of paths, as far as the programs use it: for the URIs of files. Pure. */
import path from 'path-browserify';

/** Percent-encodes characters, byte by byte. */
const percentEncode = (text: string, characters: RegExp): string =>
  text.replace(characters, (found) =>
    [...Buffer.from(found)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );

/** The sets of https://url.spec.whatwg.org/#percent-encoded-bytes. */
const CONTROLS = /[^\x20-\x7e]+/gu;
const IN_PATHS = /[^\x21\x24-\x3b\x3d\x40-\x5f\x61-\x7a|~]+/gu;
/** What would be read as something else after it was written into a URL. */
const IN_FILE_NAMES = /[^\x21\x24\x26-\x3b\x3d\x40-\x5b\x5d-\x5f\x61-\x7a|~]+/gu;

const SPECIAL = /^(?:file|ftp|https?|wss?):$/;

const withoutDots = (pathname: string): string => {
  const segments: string[] = [];
  const given = pathname.split('/').slice(1);
  for (const [index, segment] of given.entries()) {
    const plain = segment.replace(/%2e/gi, '.');
    if (plain === '..') segments.pop();
    if (plain !== '.' && plain !== '..') segments.push(segment);
    else if (index === given.length - 1) segments.push('');
  }
  return `/${segments.join('/')}`;
};

/** @throws TypeError for a text that is not an absolute URL */
export class URL {
  readonly protocol: string;
  readonly host: string;
  readonly pathname: string;
  readonly href: string;

  constructor(text: string) {
    const trimmed = text.replace(/^[\0- ]+|(?<![\0- ])[\0- ]+$|[\t\n\r]/g, '');
    const [, scheme, rest, after = ''] = /^([a-z][a-z\d+.-]*:)([^?#]*)(.*)$/is.exec(trimmed) ?? [];
    if (scheme === undefined || rest === undefined) throw new TypeError('Invalid URL');
    this.protocol = scheme.toLowerCase();
    const isSpecial = SPECIAL.test(this.protocol);
    const slashed = isSpecial ? rest.replaceAll('\\', '/') : rest;
    const [, authority, pathname = slashed] = /^\/\/([^/]*)(.*)$/s.exec(slashed) ?? [];
    this.host = this.protocol === 'file:' && authority === 'localhost' ? '' : (authority ?? '');
    this.pathname =
      isSpecial || pathname.startsWith('/')
        ? percentEncode(withoutDots(pathname.startsWith('/') ? pathname : `/${pathname}`), IN_PATHS)
        : percentEncode(pathname, authority === undefined ? CONTROLS : IN_PATHS);
    const slashes = authority !== undefined || isSpecial ? '//' : '';
    this.href = `${this.protocol}${slashes}${this.host}${this.pathname}${after}`;
  }
}

/** The URI of a file, whose path may be relative to the working folder. */
export const pathToFileURL = (file: string): URL => {
  const absolute = path.resolve(file);
  const slash = file.endsWith('/') && absolute !== '/' ? '/' : '';
  return new URL(`file://${percentEncode(absolute, IN_FILE_NAMES)}${slash}`);
};

/** @throws TypeError for a URI that is not that of a file on this machine */
export const fileURLToPath = (uri: string): string => {
  const { protocol, host, pathname } = new URL(uri);
  if (protocol !== 'file:' || host !== '' || /%2f/i.test(pathname)) throw new TypeError('no file URL');
  return decodeURIComponent(pathname);
};
