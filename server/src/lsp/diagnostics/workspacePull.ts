import {
  type FileFacts,
  findWorkspaceProblems,
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
import { openDecodedText } from '../../decodedText.ts';
import { adaptDiagnostics } from '../adapt.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { HostFiles } from '../hostFiles.ts';
import { createYielder } from '../scheduling.ts';
import type { ResultIds } from './resultIds.ts';
import { computeDiagnostics, type DiagnosticsSource } from './source.ts';

/** Sends a part of the answer. */
export type SendPart = (part: WorkspaceDiagnosticReport) => void;

export type WorkspacePullHandler = (
  params: WorkspaceDiagnosticParams,
  token: CancellationToken,
  sendPart?: SendPart,
) => Promise<WorkspaceDiagnosticReport>;

/** Batch size: the number of files in one partial result. */
const FILES_PER_PART = 100;

/** The diagnostics of a file on disk, without the cross-file ones; with those about the host. */
interface CachedDiagnostics {
  /** Tells by identity whether the file was read again since. */
  readonly facts: FileFacts;
  readonly settings: Settings;
  /** Of what is known of the host; it does not matter where the settings do not ask for that. */
  readonly hostRevision: number;
  readonly items: readonly Diagnostic[];
}

/** Answers `workspace/diagnostic` for all guests that are known so far, open or not. */
export const createWorkspacePullHandler = (
  source: DiagnosticsSource,
  resultIds: ResultIds,
  files: HostFiles | undefined,
): WorkspacePullHandler => {
  const { client, documents, settings, workspace, hostChecks, docsUrl } = source;
  const cache = new Map<string, CachedDiagnostics>();
  /** The last answer, kept because clients poll. */
  let lastAnswer: { readonly revision: string; readonly ids: ReadonlyMap<string, string> } | undefined;

  const singleFileDiagnostics = async (
    facts: FileFacts,
    fileSettings: Settings,
  ): Promise<readonly Diagnostic[]> => {
    const known = cache.get(facts.uri);
    const hostRevision = fileSettings.host ? hostChecks.revision() : 0;
    if (known?.facts === facts && known.settings === fileSettings && known.hostRevision === hostRevision) {
      return known.items;
    }
    const content = await files?.read(facts.uri);
    if (content === undefined) return [];
    const document = openDecodedText(facts.uri, content, fileSettings, 'guest');
    const items = adaptDiagnostics(
      toDiagnostics(document, docsUrl, await hostChecks.check(document)),
      client,
    );
    cache.set(facts.uri, { facts, settings: fileSettings, hostRevision, items });
    return items;
  };

  const diagnosticsOnDisk = async (facts: FileFacts): Promise<Diagnostic[]> => {
    const fileSettings = await workspace.settingsOnDisk(facts.uri);
    const context = { file: facts, workspace: workspace.current, complete: workspace.isComplete() };
    const ownItems = await singleFileDiagnostics(facts, fileSettings);
    const crossFile = [
      ...findWorkspaceProblems(context, fileSettings),
      ...hostChecks.sharedDevicesOf(facts, fileSettings),
    ];
    const crossFileItems = crossFile.map((problem) => toWorkspaceDiagnostic(problem, facts.uri, docsUrl));
    return [...ownItems, ...adaptDiagnostics(crossFileItems, client)];
  };

  const reportOf = (
    uri: string,
    version: number | null,
    items: Diagnostic[],
    previousId: string | undefined,
  ): WorkspaceDocumentDiagnosticReport => {
    const resultId = resultIds.idOf(uri, version, items);
    return resultId === previousId
      ? unchanged(uri, version, resultId)
      : { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items };
  };

  return async ({ previousResultIds }, token, sendPart) => {
    const previousIds = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const all = [...(await workspace.openFilesSettled()).files()];
    const revision = `${workspace.revision()}.${hostChecks.revision()}`;
    if (lastAnswer?.revision === revision && areEqual(previousIds, lastAnswer.ids)) {
      return answerWith(
        all.map(({ uri }) => unchanged(uri, documents.get(uri)?.version ?? null, previousIds.get(uri) ?? '')),
        sendPart,
      );
    }
    const ids = new Map<string, string>();
    const uris = new Set(all.map(({ uri }) => uri));
    for (const uri of cache.keys()) if (!uris.has(uri)) cache.delete(uri);

    let items: WorkspaceDocumentDiagnosticReport[] = [];
    const add = (item: WorkspaceDocumentDiagnosticReport): void => {
      if (item.resultId !== undefined) ids.set(item.uri, item.resultId);
      items.push(item);
      if (sendPart === undefined || items.length < FILES_PER_PART) return;
      sendPart({ items });
      items = [];
    };

    const yieldIfNeeded = createYielder();
    for (const facts of all) {
      const { uri } = facts;
      const text = documents.get(uri);
      const diagnostics = text
        ? computeDiagnostics(source, text, await settings.forDocument(uri))
        : await diagnosticsOnDisk(facts);
      add(reportOf(uri, text?.version ?? null, diagnostics, previousIds.get(uri)));
      await yieldIfNeeded();
      throwIfCancelled(token);
    }
    // Clears the diagnostics of deleted files. An open document that isn't a guest is pulled on its own.
    for (const [uri, id] of previousIds) {
      if (!uris.has(uri) && documents.get(uri) === undefined) add(reportOf(uri, null, [], id));
    }
    lastAnswer = { revision, ids };
    return answerWith(items, sendPart);
  };
};

/** The final answer, with what has not been sent yet. It is empty where the answer is sent in parts. */
const answerWith = (
  items: WorkspaceDocumentDiagnosticReport[],
  sendPart: SendPart | undefined,
): WorkspaceDiagnosticReport => {
  if (sendPart === undefined) return { items };
  if (items.length > 0) sendPart({ items });
  return { items: [] };
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

const areEqual = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a].every(([uri, id]) => b.get(uri) === id);
