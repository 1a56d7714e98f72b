/** How diagnostics are computed, and the two ways in which they reach the client: pushed, or pulled. */
import {
  digest,
  findWorkspaceProblems,
  isBarelyBegun,
  type Problem,
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
import type { HostChecks } from '../hostChecks.ts';
import type { SettingsResolver } from '../settingsResolver.ts';
import type { KnownFiles } from '../workspace/workspaceFiles.ts';

export interface DiagnosticsSource {
  readonly client: ClientSupport;
  readonly documents: Documents;
  readonly settings: SettingsResolver;
  readonly workspace: KnownFiles;
  readonly hostChecks: HostChecks;
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

/** The problems that are not in the document alone: those with other files, and with the host. */
export const outsideProblems = (
  { workspace, hostChecks }: Pick<DiagnosticsSource, 'workspace' | 'hostChecks'>,
  document: XlDocument,
): Problem[] => [
  ...crossFileProblems(workspace, document),
  ...hostChecks.problemsOf(document, workspace.withWorkspaceUri(digest(document))),
];

/** Waits for what is known of other files and of the host, but for no scan and no disk. */
export const settle = async (
  { workspace, documents, hostChecks }: DiagnosticsSource,
  text: TextDocument,
  settings: Settings,
): Promise<void> => {
  await workspace.openFilesSettled();
  if (settings.host && documents.get(text.uri) === text) {
    await hostChecks.settle(documents.analyze(text, settings));
  }
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
    toDiagnostics(document, source.docsUrl, outsideProblems(source, document)),
    source.client,
  );
};

/** The least time between two updates of cross-file diagnostics. */
export const CROSS_FILE_INTERVAL_MS = 150;
