/** What manual pages are made of, in the macros of man(7). Pure. */
import { wrap } from './wrap.ts';

/** The date of the page, which man(7) requires. */
const DATE = '2026-11-22';

/** Escapes the characters that roff acts on or sets as other ones (groff_char(7)). */
export const escapeRoff = (text: string): string =>
  text
    .replace(/\\/g, '\\e')
    .replace(/-/g, '\\-')
    .replace(/'/g, '\\(aq')
    .replace(/`/g, '\\(ga')
    .replace(/\^/g, '\\(ha')
    .replace(/~/g, '\\(ti')
    .replace(/"/g, '\\(dq')
    .replace(/(?<=^|\s)\./g, '\\&.');

/** In columns: longer lines of the source are a warning of mandoc. */
const LINE_WIDTH = 79;

/** Running text. A hyphen between letters is set as a hyphen, not as the minus sign of an option. */
export const prose = (text: string): string =>
  wrap(escapeRoff(text).replace(/(?<=\w)\\-(?=\w)/g, '-'), LINE_WIDTH);

export const bold = (text: string): string => `\\fB${escapeRoff(text)}\\fR`;
export const italic = (text: string): string => `\\fI${escapeRoff(text)}\\fR`;

export const section = (title: string): string => `.SH ${title}`;
export const PARAGRAPH = '.PP';
/** The next line is a term, and what follows explains it. */
export const TERM = '.TP';

/** A term, and sentences that explain it. */
export const term = (name: string, ...sentences: readonly string[]): readonly string[] => [
  TERM,
  bold(name),
  ...sentences.map(prose),
];

/** The head of a page of section 1. */
export const titleLine = (name: string, version: string): string =>
  `.TH ${name.toUpperCase().replace(/-/g, '\\-')} 1 ${DATE} ${escapeRoff(`"xlcfg ${version}"`).replace(/\\\(dq/g, '"')}`;

/** Links to other pages, such as `xl(1)`. */
export const pageLinks = (pages: readonly string[]): string =>
  pages
    .map((name) => name.replace(/^(.*)(\(\d\))$/, (_, page, number) => `${bold(page)}${number}`))
    .join(', ');
