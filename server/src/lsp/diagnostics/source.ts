/** How diagnostics are computed, and the two ways in which they reach the client: pushed, or pulled. */
import {
  digest,
  findWorkspaceProblems,
  isBarelyBegun,
  type Settings,
  toDiagnostics,
  type WorkspaceProblem,
  type XlDocument,
} from '@xlcfg/shared';
import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { adaptDiagnostics } from '../adapt.ts';
import type { ClientSupport } from '../clientSupport.ts';
import type { Documents } from '../documents.ts';
import type { SettingsResolver } from '../settingsResolver.ts';
import type { KnownFiles } from '../workspace/workspaceFiles.ts';

export interface DiagnosticsSource {
  readonly client: ClientSupport;
  readonly documents: Documents;
  readonly settings: SettingsResolver;
  readonly workspace: KnownFiles;
  /** URL of the reference pages. Without it, diagnostics have no link. */
  readonly docsUrl?: string;
}

/** Keeps the client's diagnostics up to date. */
export interface DiagnosticsDelivery {
  /** A document was opened, or has a new version. */
  readonly documentChanged: (text: TextDocument) => void;
  readonly documentClosed: (uri: string) => void;
  /** The diagnostics of all documents may be out of date. */
  readonly settingsChanged: () => void;
  /** The cross-file diagnostics of all documents may be out of date. */
  readonly otherFilesChanged: () => void;
  readonly stop: () => void;
}

/**
 * The cross-file problems of a document, based on the files that are known now. None for a document that isn't part of
 * the workspace, such as an old version of a file.
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

/** The diagnostics of one version of an open document, based on the files that are known now. None for its first word. */
export const computeDiagnostics = (
  source: DiagnosticsSource,
  text: TextDocument,
  settings: Settings,
): Diagnostic[] => {
  if (isBarelyBegun(text.getText())) return [];
  const document = source.documents.analyze(text, settings);
  return adaptDiagnostics(
    toDiagnostics(document, source.docsUrl, crossFileProblems(source.workspace, document)),
    source.client,
  );
};

/** The least time between two updates of cross-file diagnostics. */
export const CROSS_FILE_INTERVAL_MS = 150;
