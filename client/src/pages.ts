/**
 * Links to sections of the reference pages. VS Code opens a local file at a line, `rules.md#L12`, but does not know
 * headings, so the headings are looked up here.
 */
import { Uri, workspace } from 'vscode';

/** Line numbers, from one, by heading; by the URL of the page. */
export type Pages = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The anchor that Markdown viewers give a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replace(/ /g, '-');

/** The lines of a page's headings, by anchor; of several with one anchor the first. */
export const headingLines = (page: string): ReadonlyMap<string, number> => {
  const lines = new Map<string, number>();
  page.split('\n').forEach((line, index) => {
    const [, heading] = /^#+ (.*)$/.exec(line) ?? [];
    if (heading !== undefined && !lines.has(anchorOf(heading))) lines.set(anchorOf(heading), index + 1);
  });
  return lines;
};

/** The pages in a folder; none where it cannot be read, since links without a line still open the page. */
export const readPages = async (folder: Uri): Promise<Pages> => {
  try {
    const names = (await workspace.fs.readDirectory(folder)).map(([name]) => name);
    const pages = names
      .filter((name) => name.endsWith('.md'))
      .map(async (name) => {
        const page = Uri.joinPath(folder, name);
        const text = new TextDecoder().decode(await workspace.fs.readFile(page));
        return [page.toString(), headingLines(text)] as const;
      });
    return new Map(await Promise.all(pages));
  } catch {
    return new Map();
  }
};

/** Changes `file:///x.md#heading` to `file:///x.md#L12`; any other link, or one to a heading that is not there, stays. */
export const lineLink = (link: string, pages: Pages): string => {
  const [, url = '', heading = ''] = /^([^#]+)#([^#]+)$/.exec(link) ?? [];
  const line = pages.get(url)?.get(decodeURIComponent(heading));
  return line === undefined ? link : `${url}#L${line}`;
};

/** The same for all links in a Markdown text. */
export const withLineLinks = (markdown: string, pages: Pages): string =>
  markdown.replace(/\]\(([a-z][a-z\d+.-]*:[^()\s]+)\)/g, (_, link: string) => `](${lineLink(link, pages)})`);
