/**
 * The Markdown of the language's texts on a terminal: headings, paragraphs, lists, blocks of configuration, code, bold,
 * links and escapes. Nothing else occurs in them. Pure.
 */
import { escapeControls } from '../report/excerpt.ts';
import type { Colours } from '../report/text.ts';

type Style = 'plain' | 'code' | 'bold';

interface Piece {
  readonly text: string;
  readonly style: Style;
}

/** Pieces with no blank between them. */
type Word = readonly Piece[];

const INLINE =
  /(?<!`)(`+)(?!`)(?<code>[\s\S]+?)(?<!`)\1(?!`)|\*\*(?<bold>[^*]+)\*\*|\[(?<label>[^[\]]*)\]\((?<target>[^()\s]*)\)|\\(?<escaped>[!-/:-@[-`{-~])/g;

/** One blank beside the text of a code span that has them on both sides is not part of it (CommonMark 6.1). */
const codeText = (text: string): string =>
  text.startsWith(' ') && text.endsWith(' ') && text.trim() !== '' ? text.slice(1, -1) : text;

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    pieces.push({ text: text.slice(at, match.index), style: 'plain' });
    const { code, bold, label, target, escaped } = match.groups ?? {};
    if (code !== undefined) pieces.push({ text: codeText(code), style: 'code' });
    else if (bold !== undefined) {
      for (const inner of piecesOf(bold))
        pieces.push(inner.style === 'code' ? inner : { ...inner, style: 'bold' });
    } else pieces.push({ text: escaped ?? `${label} (${target})`, style: 'plain' });
    at = match.index + match[0].length;
  }
  pieces.push({ text: text.slice(at), style: 'plain' });
  return pieces;
}

/** Code and all else is broken into lines at blanks; those inside code stay with it. */
function wordsOf(pieces: readonly Piece[]): Word[] {
  const words: Piece[][] = [[]];
  for (const { text, style } of pieces) {
    const parts = style === 'code' ? [text] : text.split(/\s+/);
    for (const [index, part] of parts.entries()) {
      if (index > 0) words.push([]);
      if (part !== '') words.at(-1)?.push({ text: escapeControls(part), style });
    }
  }
  return words.filter((word) => word.length > 0);
}

/** Where there are no colours, code keeps its quotes, or it could not be told from the words around it. */
const paint = ({ text, style }: Piece, colours: Colours): string => {
  if (style === 'plain') return text;
  if (style === 'bold') return colours.bold(text);
  return colours.isColorSupported ? colours.cyan(text) : `\`${text}\``;
};

const QUOTES = 2;

const widthOf = (word: Word, colours: Colours): number =>
  word.reduce(
    (sum, { text, style }) =>
      sum + text.length + (style === 'code' && !colours.isColorSupported ? QUOTES : 0),
    0,
  );

/** Lines of inline Markdown, no wider than `width` where the words allow it. */
function flow(text: string, width: number, colours: Colours): string[] {
  const lines: string[] = [];
  let room = 0;
  for (const word of wordsOf(piecesOf(text))) {
    const shown = word.map((piece) => paint(piece, colours)).join('');
    const needed = widthOf(word, colours);
    const line = lines.at(-1);
    if (line !== undefined && needed + 1 <= room) {
      lines[lines.length - 1] = `${line} ${shown}`;
      room -= needed + 1;
    } else {
      lines.push(shown);
      room = width - needed;
    }
  }
  return lines;
}

const HEADING = /^#+ (.*)$/;
const BULLET = /^- (.*)$/;
const FENCE = /^`{3,}/;
const RULE = /^---$/;

const INDENT = '    ';
const BULLET_INDENT = '  ';

/** The text as lines, the last one with its end. What is below a heading is indented. */
export function markdownText(markdown: string, width: number, colours: Colours): string {
  const lines: string[] = [];
  let indent = '';
  let fence: string | undefined;
  let isBelowHeading = false;
  for (const line of markdown.split('\n')) {
    const [opening] = FENCE.exec(line) ?? [];
    const [, heading] = HEADING.exec(line) ?? [];
    const [, item] = BULLET.exec(line) ?? [];
    const room = width - indent.length;
    if (isBelowHeading && line === '') continue;
    isBelowHeading = heading !== undefined && fence === undefined;
    if (fence !== undefined) {
      if (line === fence) fence = undefined;
      else lines.push(`${indent}${INDENT}${escapeControls(line)}`);
    } else if (opening !== undefined) {
      fence = opening;
    } else if (heading !== undefined) {
      indent = INDENT;
      lines.push(...flow(heading, width, colours).map((one) => colours.bold(one)));
    } else if (RULE.test(line)) {
      indent = '';
      lines.push(colours.dim('-'.repeat(width)));
    } else if (item !== undefined) {
      const [first = '', ...more] = flow(item, room - BULLET_INDENT.length, colours);
      lines.push(`${indent}- ${first}`, ...more.map((one) => `${indent}${BULLET_INDENT}${one}`));
    } else if (line === '') {
      lines.push('');
    } else {
      lines.push(...flow(line, room, colours).map((one) => indent + one));
    }
  }
  return `${lines.join('\n')}\n`;
}
