/** The Markdown of hovers and explanations, for those who show plain text. Pure. */

type Style = 'plain' | 'code' | 'bold';

/** Text of one style. */
export interface Run {
  readonly text: string;
  readonly style: Style;
  /** The target of a link, whose label is the text. */
  readonly target?: string;
}

const INLINE =
  /(?<!`)(`+)(?!`)(?<code>[\s\S]+?)(?<!`)\1(?!`)|\*\*(?<bold>[^*]+)\*\*|\[(?<label>[^[\]]*)\]\((?<target>[^()\s]*)\)|\\(?<escaped>[!-/:-@[-`{-~])/g;

/** A code span that begins and ends with a space is stripped of one on each side (CommonMark 6.1). */
const codeText = (text: string): string =>
  text.startsWith(' ') && text.endsWith(' ') && text.trim() !== '' ? text.slice(1, -1) : text;

/** Parses inline Markdown: code spans, bold text, links and escapes. It contains nothing else. */
export const parseInline = (text: string): Run[] => {
  const runs: Run[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    runs.push({ text: text.slice(at, match.index), style: 'plain' });
    const { code, bold, label, target, escaped } = match.groups ?? {};
    if (code !== undefined) runs.push({ text: codeText(code), style: 'code' });
    else if (bold !== undefined) {
      for (const run of parseInline(bold)) runs.push(run.style === 'code' ? run : { ...run, style: 'bold' });
    } else if (label !== undefined && target !== undefined)
      runs.push({ text: label, style: 'plain', target });
    else if (escaped !== undefined) runs.push({ text: escaped, style: 'plain' });
    at = match.index + match[0].length;
  }
  runs.push({ text: text.slice(at), style: 'plain' });
  return runs;
};

export const HEADING = /^#+ (.*)$/;
/** What follows the backticks of a fence has none, unlike a code span. */
export const FENCE = /^`{3,}(?=[^`]*$)/;

const inlineText = (line: string): string =>
  parseInline(line)
    .map(({ text, target }) => (target === undefined ? text : inlineText(text)))
    .join('');

/** The text without its markup. Text of a file is in code, of which every character stays. */
export const plainText = (markdown: string): string => {
  const lines: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    const [opening] = FENCE.exec(line) ?? [];
    if (fence !== undefined) {
      if (line === fence) fence = undefined;
      else lines.push(line);
    } else if (opening !== undefined) fence = opening;
    else lines.push(inlineText(HEADING.exec(line)?.[1] ?? line));
  }
  return lines.join('\n').trim();
};
