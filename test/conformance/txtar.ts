/**
 * The txtar format of Go's tooling (golang.org/x/tools/txtar): small text files, one after the other in one text file.
 * A line `-- name --` starts each of them; lines before the first one are a comment.
 */
export interface TextFile {
  readonly name: string;
  /** Ends with a line feed, unless it is empty. */
  readonly text: string;
}

const MARKER = /^-- (.*\S.*) --$\n?/m;

/** The files in an archive, in its order. The comment is dropped. */
export function parseTxtar(archive: string): TextFile[] {
  const [, ...namesAndTexts] = archive.split(MARKER);
  return namesAndTexts.flatMap((name, at) =>
    at % 2 === 0 ? { name: name.trim(), text: namesAndTexts[at + 1] ?? '' } : [],
  );
}

/**
 * Whether a text in an archive keeps every byte of a file and shows it to a reader. It does not where the file is not
 * UTF-8, has characters that nobody sees (carriage returns, control characters, byte order marks, spaces other than
 * the usual one), blanks before a line ending, a last line without an ending, or a line that looks like a marker.
 */
export function fitsTxtar(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('utf8');
  return (
    Buffer.from(text).equals(bytes) &&
    /^(?:[\p{L}\p{M}\p{N}\p{P}\p{S} \t]*\n)*$/u.test(text) &&
    !/[ \t]$/m.test(text) &&
    !MARKER.test(text)
  );
}
