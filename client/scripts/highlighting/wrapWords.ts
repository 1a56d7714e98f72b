/** Joins words into lines of about a hundred characters. */
export function wrapWords(words: readonly string[]): string[] {
  const rows: string[] = [];
  for (const word of words) {
    const row = rows.at(-1);
    if (row === undefined || row.length + word.length > 90) rows.push(word);
    else rows[rows.length - 1] = `${row} ${word}`;
  }
  return rows;
}
