/** Finds known messages in what xl printed. Pure. */

import { memoizeByObject } from '../memoize.ts';
import { XL_MESSAGES } from './index.ts';
import type { KnownMessage } from './message.ts';

export interface FoundMessage {
  readonly message: KnownMessage;
  /** As it was printed, without its prefix. */
  readonly printed: string;
  /** The text at each word in braces; at a word that occurs twice, the last one. */
  readonly words: Readonly<Record<string, string>>;
}

/** libxl adds what the system said: `: No such file or directory`. */
const SYSTEM_ERROR = String.raw`(?:: [A-Z][^:\n]*)?`;

/** What may come before a message on its line. It ends with a colon, as the prefix of libxl, or with a bracket, as in logs. */
const PREFIX = String.raw`^(?:[^\n]*?[:\]>|])?[ \t]*?`;

/** A line is cut here, in UTF-16 code units: xl prints no longer ones of a file that anybody wrote. */
const LONGEST_LINE = 2000;

/** So many lines of the output may be one message: its text, or a string of the file in it, has line endings. */
const MOST_LINES = 3;

interface Pattern {
  readonly message: KnownMessage;
  /** The longest part that does not vary: what lacks it needs no closer look. */
  readonly anchor: string;
  readonly words: readonly string[];
  readonly regExp: RegExp;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const WORDS = /\{(\w+)\}/;

function patternOf(message: KnownMessage): Pattern {
  // The parts that do not vary and the words take turns.
  const parts = message.text.split(WORDS);
  const fixed = parts.filter((_, index) => index % 2 === 0);
  const source = parts.map((part, index) => {
    if (index % 2 === 0) return escaped(part);
    return part === 'number' ? '(-?[0-9a-fx]+)' : String.raw`([\s\S]*?)`;
  });
  return {
    message,
    anchor: fixed.reduce((longest, one) => (one.length > longest.length ? one : longest), ''),
    words: parts.filter((_, index) => index % 2 === 1),
    regExp: new RegExp(`${PREFIX}(${source.join('')})${message.program === 'libxl' ? SYSTEM_ERROR : ''} ?$`),
  };
}

const fixedLength = ({ text }: KnownMessage): number => text.replace(/\{\w+\}/g, '').length;

/** The patterns of all messages, the most exact ones first. */
const allPatterns = memoizeByObject((messages: readonly KnownMessage[]): readonly Pattern[] =>
  [...messages].sort((a, b) => fixedLength(b) - fixedLength(a)).map(patternOf),
);

function matchMessage(text: string): FoundMessage | null {
  for (const { message, anchor, words, regExp } of allPatterns(XL_MESSAGES)) {
    const match = text.includes(anchor) ? regExp.exec(text) : null;
    if (!match) continue;
    const [, printed = '', ...values] = match;
    return {
      message,
      printed,
      words: Object.fromEntries(words.map((word, index) => [word, values[index] ?? ''])),
    };
  }
  return null;
}

/** The messages in a text such as the output of `xl create`, each of its lines read on its own. What is not known is passed over. */
export function findMessages(text: string): readonly FoundMessage[] {
  const lines = text.split(/\r?\n/).map((line) => line.slice(0, LONGEST_LINE));
  const found: FoundMessage[] = [];
  let next = 0;
  while (next < lines.length) {
    const step = matchAt(lines, next);
    if (step) found.push(step.message);
    next += step?.lines ?? 1;
  }
  return found;
}

function matchAt(lines: readonly string[], at: number): { message: FoundMessage; lines: number } | null {
  for (let count = 1; count <= MOST_LINES && at + count <= lines.length; count += 1) {
    const printed = lines
      .slice(at, at + count)
      .join('\n')
      .trimEnd();
    // A message whose last word is empty ends with a space, which seldom survives copying.
    const message = matchMessage(`${printed} `);
    if (message) return { message, lines: count };
  }
  return null;
}
