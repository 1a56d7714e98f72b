/** What completion is told of the editor and of everything around the document. */
import type { Workspace } from '../../workspace/facts.ts';
import type { RandomBytes } from '../refactor/refactoring.ts';

export interface CompletionTools {
  /** The typed character that made the editor ask. Absent: the user asked, or is typing a word. */
  readonly trigger?: string;
  /** False for an editor that inserts plain text only. Absent: it inserts snippets. */
  readonly insertsSnippets?: boolean;
  /** The editor's command that opens suggestions, for items after which there is something to choose. */
  readonly suggestCommand?: string;
  /** Absent: nothing is offered that must be random. */
  readonly random?: RandomBytes;
  /** The other files. Called only for items that depend on them. */
  readonly workspace?: () => Workspace;
  /**
   * The names in a folder of the host, those of folders with a slash at the end; undefined where they are not known, or
   * not yet. Absent: none are known. Does not wait.
   */
  readonly folderContents?: (folder: string) => readonly string[] | undefined;
}
