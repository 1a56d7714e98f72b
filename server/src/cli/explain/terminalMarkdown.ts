/**
 * Renders the Markdown of explanations for a terminal: headings, paragraphs, lists, code blocks, code spans, bold, links
 * and escapes. They contain nothing else. Pure.
 */
import { FENCE, HEADING, parseInline, type Run } from '../../inlineMarkdown.ts';
import { type Colors, escapeControls } from '../../terminalText.ts';

/** Runs without a line break between them. */
type Word = readonly Run[];

/** Splits at whitespace, but not inside code spans. */
function wordsOf(runs: readonly Run[]): Word[] {
  const words: Run[][] = [[]];
  for (const { text: label, style, target } of runs) {
    const text = target === undefined ? label : `${label} (${target})`;
    const parts = style === 'code' ? [text] : text.split(/\s+/);
    for (const [index, part] of parts.entries()) {
      if (index > 0) words.push([]);
      if (part !== '') words.at(-1)?.push({ text: escapeControls(part), style });
    }
  }
  return words.filter((word) => word.length > 0);
}

/** Without colours, code keeps its backticks, which set it apart from the text. */
const paint = ({ text, style }: Run, colors: Colors): string => {
  if (style === 'plain') return text;
  if (style === 'bold') return colors.bold(text);
  return colors.isColorSupported ? colors.cyan(text) : `\`${text}\``;
};

/** The width of the backticks of a code span, in columns. */
const BACKTICKS_WIDTH = 2;

const widthOf = (word: Word, colors: Colors): number =>
  word.reduce(
    (sum, { text, style }) =>
      sum + text.length + (style === 'code' && !colors.isColorSupported ? BACKTICKS_WIDTH : 0),
    0,
  );

/** Sets inline Markdown in lines of at most `width` columns. Longer words have their own lines. */
function wrapInline(text: string, width: number, colors: Colors): string[] {
  const lines: string[] = [];
  let remaining = 0;
  for (const word of wordsOf(parseInline(text))) {
    const shown = word.map((run) => paint(run, colors)).join('');
    const needed = widthOf(word, colors);
    const line = lines.at(-1);
    if (line !== undefined && needed + 1 <= remaining) {
      lines[lines.length - 1] = `${line} ${shown}`;
      remaining -= needed + 1;
    } else {
      lines.push(shown);
      remaining = width - needed;
    }
  }
  return lines;
}

const BULLET = /^- (.*)$/;
const RULE = /^---$/;

const INDENT = '    ';
const BULLET_INDENT = '  ';

/** Renders Markdown in lines that all end with a line feed. What follows a heading is indented. */
export function renderMarkdown(markdown: string, width: number, colors: Colors): string {
  const lines: string[] = [];
  let indent = '';
  let fence: string | undefined;
  let isBelowHeading = false;
  for (const line of markdown.split('\n')) {
    const [opening] = FENCE.exec(line) ?? [];
    const [, heading] = HEADING.exec(line) ?? [];
    const [, item] = BULLET.exec(line) ?? [];
    const lineWidth = width - indent.length;
    if (isBelowHeading && line === '') continue;
    isBelowHeading = heading !== undefined && fence === undefined;
    if (fence !== undefined) {
      if (line === fence) fence = undefined;
      else lines.push(`${indent}${INDENT}${escapeControls(line)}`);
    } else if (opening !== undefined) {
      fence = opening;
    } else if (heading !== undefined) {
      indent = INDENT;
      lines.push(...wrapInline(heading, width, colors).map((one) => colors.bold(one)));
    } else if (RULE.test(line)) {
      indent = '';
      lines.push(colors.dim('-'.repeat(width)));
    } else if (item !== undefined) {
      const [first = '', ...more] = wrapInline(item, lineWidth - BULLET_INDENT.length, colors);
      lines.push(`${indent}- ${first}`, ...more.map((one) => `${indent}${BULLET_INDENT}${one}`));
    } else if (line === '') {
      lines.push('');
    } else {
      lines.push(...wrapInline(line, lineWidth, colors).map((one) => indent + one));
    }
  }
  return `${lines.join('\n')}\n`;
}
