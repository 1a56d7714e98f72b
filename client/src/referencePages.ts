/**
 * Links to sections of the reference pages. VS Code would open a local page as text, and at its top; a command shows it rendered,
 * at the section. Pure.
 */
import { OPEN_DOCUMENTATION } from './language.ts';

/**
 * Turns a link to a page below `docs` into one to the command. Other links are unchanged.
 *
 * @param docs the URL of the folder with the pages, without a trailing slash
 */
export const toPageLink = (link: string, docs: string): string =>
  link.startsWith(`${docs}/`)
    ? `command:${OPEN_DOCUMENTATION}?${encodeURIComponent(JSON.stringify([link]))}`
    : link;

/** Applies {@link toPageLink} to all links in a Markdown text. */
export const toPageLinks = (markdown: string, docs: string): string =>
  markdown.replace(/\]\(([a-z][a-z\d+.-]*:[^()\s]+)\)/g, (_, link: string) => `](${toPageLink(link, docs)})`);
