/** Text in lines. Pure. */

/** Breaks a paragraph at blanks, so that no line is longer than `width` unless a single word is. */
export const wrap = (paragraph: string, width: number): string => {
  const lines: string[] = [];
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
};
