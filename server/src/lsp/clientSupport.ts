/** What the client can do, as far as it changes what the server does. Pure. */
import type { InitializeParams } from 'vscode-languageserver';

export interface ClientSupport {
  /** Answers `workspace/configuration`. */
  readonly answersConfiguration: boolean;
  /** Wants to be asked before it reports changes of the configuration. */
  readonly registersSettingsChanges: boolean;
  /** Asks for diagnostics itself; nothing is pushed to it then. */
  readonly pullsDiagnostics: boolean;
  /** Can be told to ask again. */
  readonly refreshesDiagnostics: boolean;
  /** The same for inlay hints. */
  readonly refreshesInlayHints: boolean;
  /** The same for semantic tokens. */
  readonly refreshesSemanticTokens: boolean;
  /** Shows code actions that are not possible, with the reason. */
  readonly showsDisabledActions: boolean;
  /** Has the command `xlcfg.setLineEndings`. */
  readonly setsLineEndings: boolean;
  /** Knows the tab stops of snippets. */
  readonly insertsSnippets: boolean;
  /** Shows Markdown in hovers; else plain text is wanted. */
  readonly markdownHover: boolean;
  /** The same for the documentation of completion items. */
  readonly markdownDocumentation: boolean;
  /** Shows document symbols as a tree; else it wants them in one row. */
  readonly nestedSymbols: boolean;
  /** Folds whole lines only. */
  readonly foldsWholeLines: boolean;
  /** The most folding ranges that it wants of a document. */
  readonly foldingLimit?: number;
  /** The same for the documentation of signatures and their parameters. */
  readonly markdownSignatures: boolean;
  /** Finds a parameter of a signature by offsets; else the text of the parameter is wanted. */
  readonly parameterOffsets: boolean;
  /** Knows that none of the parameters may be the one at the cursor. */
  readonly noActiveParameter: boolean;
  /** Takes definitions as links, which say how wide the name at the cursor is. */
  readonly definitionLinks: boolean;
  /** The same for declarations. */
  readonly declarationLinks: boolean;
  /** Asks what a rename is about before it asks for the new name. */
  readonly preparesRename: boolean;
  /** Takes edits of several files with the versions that they are good for. */
  readonly versionedEdits: boolean;
  /** Wants to be asked before it tells of changes of files on the disk. */
  readonly registersFileWatchers: boolean;
  /** Can be asked to do so for folders that are not in its workspace. */
  readonly watchesOutsideWorkspace: boolean;
  /** Tells of folders that are added to its workspace or removed from it. */
  readonly reportsFolderChanges: boolean;
  /** The URIs of the folders of its workspace, at the beginning. */
  readonly folders: readonly string[];
  /** URL of the folder of the reference pages, without a slash at its end, where the client has them. */
  readonly docsUrl?: string;
  /** The settings it came with, unread. */
  readonly initialSettings: unknown;
}

const option = (options: unknown, name: string): unknown =>
  typeof options === 'object' && options !== null ? Reflect.get(options, name) : undefined;

/** Clients that do not tell show it. */
const showsMarkdown = (formats: unknown): boolean => !Array.isArray(formats) || formats.includes('markdown');

/** Old clients have one folder. */
const foldersOf = ({ workspaceFolders, rootUri }: InitializeParams): string[] => {
  if (Array.isArray(workspaceFolders))
    return workspaceFolders.flatMap((folder) => (typeof folder?.uri === 'string' ? folder.uri : []));
  return typeof rootUri === 'string' ? [rootUri] : [];
};

/** Reads the parameters of `initialize`; a capability that is not given is taken as absent. */
export const readClientSupport = (params: InitializeParams): ClientSupport => {
  const { capabilities, initializationOptions } = params;
  const { workspace, textDocument } = capabilities ?? {};
  const signature = textDocument?.signatureHelp?.signatureInformation;
  const docsUrl = option(initializationOptions, 'docsUrl');
  return {
    answersConfiguration: workspace?.configuration === true,
    registersSettingsChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    showsDisabledActions: textDocument?.codeAction?.disabledSupport === true,
    setsLineEndings: option(initializationOptions, 'lineEndings') === true,
    insertsSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    markdownHover: showsMarkdown(textDocument?.hover?.contentFormat),
    markdownDocumentation: showsMarkdown(textDocument?.completion?.completionItem?.documentationFormat),
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    foldsWholeLines: textDocument?.foldingRange?.lineFoldingOnly === true,
    ...(typeof textDocument?.foldingRange?.rangeLimit === 'number' && {
      foldingLimit: textDocument.foldingRange.rangeLimit,
    }),
    markdownSignatures: showsMarkdown(signature?.documentationFormat),
    parameterOffsets: signature?.parameterInformation?.labelOffsetSupport === true,
    noActiveParameter: signature?.noActiveParameterSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    declarationLinks: textDocument?.declaration?.linkSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    registersFileWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesOutsideWorkspace: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    reportsFolderChanges: workspace?.workspaceFolders === true,
    folders: foldersOf(params),
    ...(typeof docsUrl === 'string' && { docsUrl }),
    initialSettings: option(initializationOptions, 'settings'),
  };
};
