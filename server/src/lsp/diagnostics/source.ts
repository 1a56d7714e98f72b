/** What diagnostics are made of, and how they get to the client: pushed to it, or pulled by it. */
import {
  digest,
  findWorkspaceProblems,
  type Settings,
  toDiagnostics,
  type WorkspaceProblem,
  type XlDocument,
} from '@xlcfg/shared';
import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Documents } from '../documents.ts';
import type { SettingsResolver } from '../settingsResolver.ts';
import type { KnownFiles } from '../workspace/workspaceFiles.ts';

export interface DiagnosticsSource {
  readonly documents: Documents;
  readonly settings: SettingsResolver;
  readonly workspace: KnownFiles;
  /** Where the pages about the rules are; absent: diagnostics have no link. */
  readonly docsUrl?: string;
}

/** How diagnostics get to the client. */
export interface DiagnosticsDelivery {
  /** The document was opened, or has a new version. */
  readonly documentChanged: (text: TextDocument) => void;
  readonly documentClosed: (uri: string) => void;
  /** Settings have changed: everything that was delivered may be wrong. */
  readonly settingsChanged: () => void;
  /** Some file has changed: what was delivered of other files may be wrong. */
  readonly otherFilesChanged: () => void;
  readonly stop: () => void;
}

/**
 * What other files make a problem of a document, by what is known of them now. Nothing for a document that only shows a
 * file, such as an old version of it: the file itself is elsewhere.
 */
export const crossFileProblems = (
  workspace: Pick<KnownFiles, 'withWorkspaceUri' | 'current' | 'isComplete'>,
  document: XlDocument,
): WorkspaceProblem[] => {
  const file = workspace.withWorkspaceUri(digest(document));
  if (workspace.current.file(file.uri) === undefined) return [];
  const context = { file, workspace: workspace.current, complete: workspace.isComplete() };
  return findWorkspaceProblems(context, document.settings);
};

/** The diagnostics of a version of an open document, by what is known of other files now. */
export const computeDiagnostics = (
  source: DiagnosticsSource,
  text: TextDocument,
  settings: Settings,
): Diagnostic[] => {
  const document = source.documents.analyze(text, settings);
  return toDiagnostics(document, source.docsUrl, crossFileProblems(source.workspace, document));
};

/** Between two looks at what other files have changed, in milliseconds. */
export const CROSS_FILE_INTERVAL_MS = 150;
