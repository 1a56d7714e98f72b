import {
  type FileFacts,
  findWorkspaceProblems,
  openDocument,
  type Settings,
  toDiagnostics,
  toWorkspaceDiagnostic,
} from '@xlcfg/shared';
import {
  type CancellationToken,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { throwIfCancelled } from '../cancellation.ts';
import type { HostFiles } from '../hostFiles.ts';
import { createYielder } from '../scheduling.ts';
import type { ResultIds } from './resultIds.ts';
import { computeDiagnostics, type DiagnosticsSource } from './source.ts';

/** Takes a part of the answer. */
export type SendPart = (part: WorkspaceDiagnosticReport) => void;

export type WorkspacePullHandler = (
  params: WorkspaceDiagnosticParams,
  token: CancellationToken,
  sendPart?: SendPart,
) => Promise<WorkspaceDiagnosticReport>;

/** How many files one part of the answer is about. */
const PART_SIZE = 100;

/** What was found in a file that is not open, without what other files make of it. */
interface CachedDiagnostics {
  /** A file that is read anew has other facts, the same or not. */
  readonly facts: FileFacts;
  readonly settings: Settings;
  readonly items: readonly Diagnostic[];
}

/** Answers `workspace/diagnostic`: all guests' files of the workspace, open or not, as far as they are known by now. */
export const createWorkspacePullHandler = (
  source: DiagnosticsSource,
  results: ResultIds,
  files: HostFiles | undefined,
): WorkspacePullHandler => {
  const { documents, settings: configuration, workspace, docsUrl } = source;
  const known = new Map<string, CachedDiagnostics>();
  /** The last answer. Clients ask again and again. */
  let answered: { readonly revision: number; readonly ids: ReadonlyMap<string, string> } | undefined;

  const ownDiagnostics = async (facts: FileFacts, settings: Settings): Promise<readonly Diagnostic[]> => {
    const before = known.get(facts.uri);
    if (before?.facts === facts && before.settings === settings) return before.items;
    const text = await files?.read(facts.uri);
    if (text === undefined) return [];
    const document = openDocument(TextDocument.create(facts.uri, 'xlcfg', 0, text), settings, 'guest');
    const items = toDiagnostics(document, docsUrl);
    known.set(facts.uri, { facts, settings, items });
    return items;
  };

  /** Of a file as it is on the disk. */
  const diagnosticsOnDisk = async (facts: FileFacts): Promise<Diagnostic[]> => {
    const settings = await workspace.settingsOnDisk(facts.uri);
    const context = { file: facts, workspace: workspace.current, complete: workspace.isComplete() };
    const own = await ownDiagnostics(facts, settings);
    const across = findWorkspaceProblems(context, settings);
    return [...own, ...across.map((problem) => toWorkspaceDiagnostic(problem, facts.uri, docsUrl))];
  };

  const reportOf = (
    uri: string,
    version: number | null,
    items: Diagnostic[],
    previous: string | undefined,
  ): WorkspaceDocumentDiagnosticReport => {
    const resultId = results.idOf(uri, version, items);
    return resultId === previous
      ? unchanged(uri, version, resultId)
      : { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items };
  };

  return async ({ previousResultIds }, token, sendPart) => {
    const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const all = [...(await workspace.openFilesSettled()).files()];
    const revision = workspace.revision();
    if (answered?.revision === revision && haveSame(previous, answered.ids)) {
      return {
        items: all.map(({ uri }) =>
          unchanged(uri, documents.get(uri)?.version ?? null, previous.get(uri) ?? ''),
        ),
      };
    }
    const ids = new Map<string, string>();
    const uris = new Set(all.map(({ uri }) => uri));
    for (const uri of known.keys()) if (!uris.has(uri)) known.delete(uri);

    let items: WorkspaceDocumentDiagnosticReport[] = [];
    const add = (item: WorkspaceDocumentDiagnosticReport): void => {
      if (item.resultId !== undefined) ids.set(item.uri, item.resultId);
      items.push(item);
      if (sendPart === undefined || items.length < PART_SIZE) return;
      sendPart({ items });
      items = [];
    };

    const rest = createYielder();
    for (const facts of all) {
      const { uri } = facts;
      const text = documents.get(uri);
      const version = text?.version ?? null;
      const found = text
        ? computeDiagnostics(source, text, await configuration.forDocument(uri))
        : await diagnosticsOnDisk(facts);
      add(reportOf(uri, version, found, previous.get(uri)));
      await rest();
      throwIfCancelled(token);
    }
    // What is no longer there has no problems. An open document that is no guest's is asked about by itself.
    for (const [uri, id] of previous) {
      if (!uris.has(uri) && documents.get(uri) === undefined) add(reportOf(uri, null, [], id));
    }
    answered = { revision, ids };
    return { items };
  };
};

const unchanged = (
  uri: string,
  version: number | null,
  resultId: string,
): WorkspaceDocumentDiagnosticReport => ({
  kind: DocumentDiagnosticReportKind.Unchanged,
  uri,
  version,
  resultId,
});

const haveSame = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a].every(([uri, id]) => b.get(uri) === id);
