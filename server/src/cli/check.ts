/** `xlcfg check`: the problems of files. */
import { pathToFileURL } from 'node:url';
import { openDocument, type Problem, type Settings, type XlDocument } from '@xlcfg/shared';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Failure, failure } from './failure.ts';
import { read, type Target } from './files.ts';

export interface CheckedFile {
  /** As given on the command line. */
  readonly path: string;
  readonly text: TextDocument;
  readonly problems: readonly Problem[];
}

/** The analysis of a text that is no editor's. */
export const analyse = (path: string, text: string, settings: Settings): XlDocument =>
  openDocument(TextDocument.create(pathToFileURL(path).href, 'xlcfg', 0, text), settings);

/**
 * Checks each target that is a guest's configuration or was named, in order.
 *
 * @param onFailure told of each file that cannot be read; the others are checked all the same
 */
export async function* check(
  targets: readonly Target[],
  settings: Settings,
  onFailure: (failure: Failure) => void,
): AsyncGenerator<CheckedFile> {
  for (const target of targets) {
    try {
      const content = await read(target);
      if (content === undefined) continue;
      const { text, problems } = analyse(target.path, content.text, settings);
      yield { path: target.path, text, problems };
    } catch (error) {
      onFailure(failure(target.path, error));
    }
  }
}
