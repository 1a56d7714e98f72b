/** Files that are opened or dropped, as texts. */
import type { SharedFile } from './sharedState.ts';

/** Guests are a few kilobytes. What is larger is another kind of file, and would make the page slow. */
const MAX_BYTES = 2 ** 20;

export interface ReadFiles {
  readonly files: readonly SharedFile[];
  /** What the user has to know: one sentence for each file that is not as it was. */
  readonly notices: readonly string[];
}

/** Decodes a file. A byte order mark stays, because xl rejects it. */
export const decodeFile = (name: string, bytes: Uint8Array): { text: string; notice?: string } => {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const text = new TextDecoder('latin1').decode(bytes);
    return { text, notice: `${name} is not UTF-8. It is shown as Latin-1, and downloaded as UTF-8.` };
  }
};

export const readFiles = async (files: Iterable<File>): Promise<ReadFiles> => {
  const read = await Promise.all(
    Array.from(files, async (file) => {
      if (file.size > MAX_BYTES)
        return { notices: [`${file.name} is larger than 1 MiB, and was not opened.`] };
      const { text, notice } = decodeFile(file.name, new Uint8Array(await file.arrayBuffer()));
      return { file: { name: file.name, text }, notices: notice === undefined ? [] : [notice] };
    }),
  );
  return {
    files: read.flatMap(({ file }) => file ?? []),
    notices: read.flatMap(({ notices }) => notices),
  };
};
