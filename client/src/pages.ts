/**
 * Links to sections of the reference pages. VS Code opens a local file at a line, `rules.md#L12`, but does not know
 * headings, so the headings are looked up here.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Line numbers, from one, by heading. */
const headings = (page: string): ReadonlyMap<string, number> =>
  new Map(
    page
      .split('\n')
      .flatMap((line, index) =>
        line.startsWith('#') ? [[line.replace(/^#+ /, ''), index + 1] as const] : [],
      ),
  );

/** Changes `file:///x.md#heading` to `file:///x.md#L12`; any other link, or one to a heading that is not there, stays. */
export const createLineLinks = (
  read: (url: string) => string = (url) => readFileSync(fileURLToPath(url), 'utf8'),
): ((link: string) => string) => {
  const known = new Map<string, ReadonlyMap<string, number>>();
  const linesOf = (url: string): ReadonlyMap<string, number> => {
    let lines = known.get(url);
    if (lines === undefined) {
      try {
        lines = headings(read(url));
      } catch {
        lines = new Map();
      }
      known.set(url, lines);
    }
    return lines;
  };
  return (link) => {
    const [, url = '', heading = ''] = /^(file:.*\.md)#([^#]+)$/.exec(link) ?? [];
    const line = heading === '' ? undefined : linesOf(url).get(decodeURIComponent(heading));
    return line === undefined ? link : `${url}#L${line}`;
  };
};
