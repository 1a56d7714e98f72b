/**
 * Links to sections of the reference pages. VS Code can open a local file at a line, `rules.md#L12`, but not at a heading,
 * so headings are translated to lines here.
 */
import { Uri, workspace } from 'vscode';

/** By the URL of a page: 1-based line numbers by the anchors of its headings. */
export type ReferencePages = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The anchor that Markdown renderers generate for a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replace(/ /g, '-');

/** The 1-based line numbers of a page's headings, by anchor. The first heading wins if several have the same anchor. */
export const headingLines = (page: string): ReadonlyMap<string, number> => {
  const lines = new Map<string, number>();
  page.split('\n').forEach((line, index) => {
    const [, heading] = /^#+ (.*)$/.exec(line) ?? [];
    if (heading !== undefined && !lines.has(anchorOf(heading))) lines.set(anchorOf(heading), index + 1);
  });
  return lines;
};

/** The pages in a folder. None if the folder cannot be read: links without a line still open the page. */
export const readReferencePages = async (folder: Uri): Promise<ReferencePages> => {
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

/** Turns `file:///x.md#heading` into `file:///x.md#L12`. Other links, and links to unknown headings, are unchanged. */
export const toLineLink = (link: string, pages: ReferencePages): string => {
  const [, url = '', heading = ''] = /^([^#]+)#([^#]+)$/.exec(link) ?? [];
  const line = pages.get(url)?.get(decodeURIComponent(heading));
  return line === undefined ? link : `${url}#L${line}`;
};

/** Applies {@link toLineLink} to all links in a Markdown text. */
export const toLineLinks = (markdown: string, pages: ReferencePages): string =>
  markdown.replace(
    /\]\(([a-z][a-z\d+.-]*:[^()\s]+)\)/g,
    (_, link: string) => `](${toLineLink(link, pages)})`,
  );
