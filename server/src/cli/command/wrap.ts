/** Breaks a paragraph at spaces into lines of at most `width` characters. Longer words have their own lines. */
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
