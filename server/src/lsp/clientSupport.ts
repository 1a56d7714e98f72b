/** What the client supports, as far as it changes what the server does. Pure. */
import type { InitializeParams } from 'vscode-languageserver';

export interface ClientSupport {
  /** Answers `workspace/configuration`. */
  readonly answersConfiguration: boolean;
  /** Sends `workspace/didChangeConfiguration` only after registration. */
  readonly registersSettingsChanges: boolean;
  /** Requests diagnostics; none are published to it then. */
  readonly pullsDiagnostics: boolean;
  /** Accepts `workspace/diagnostic/refresh`. */
  readonly refreshesDiagnostics: boolean;
  /** Accepts `workspace/inlayHint/refresh`. */
  readonly refreshesInlayHints: boolean;
  /** Accepts `workspace/semanticTokens/refresh`. */
  readonly refreshesSemanticTokens: boolean;
  /** Shows disabled code actions, with the reason. */
  readonly showsDisabledActions: boolean;
  /** Has the command `xlcfg.setLineEndings`. */
  readonly setsLineEndings: boolean;
  /** Answers `xlcfg/pick`. */
  readonly picks: boolean;
  /** Shows messages with buttons. */
  readonly showsButtons: boolean;
  /** Opens documents and pages for `window/showDocument`. */
  readonly showsDocuments: boolean;
  /** Creates files as part of a workspace edit. */
  readonly createsFiles: boolean;
  /** Applies the edits of `workspace/applyEdit`. */
  readonly appliesEdits: boolean;
  /** Its command that shows a reference page, if it has one. Its argument is the page's URL. */
  readonly documentationCommand?: string;
  /** Its command that opens suggestions, if it has one. */
  readonly suggestCommand?: string;
  /** Inserts snippets with tab stops. */
  readonly insertsSnippets: boolean;
  /** Renders Markdown in hovers. */
  readonly markdownHover: boolean;
  /** Renders Markdown in the documentation of completion items. */
  readonly markdownDocumentation: boolean;
  /** Renders Markdown in the documentation of signatures and their parameters. */
  readonly markdownSignatures: boolean;
  /** Shows document symbols as a tree. */
  readonly nestedSymbols: boolean;
  /** Folds whole lines only. */
  readonly foldsWholeLines: boolean;
  /** The most folding ranges that it accepts per document. */
  readonly foldingLimit?: number;
  /** Accepts a parameter label as offsets into the label of the signature. */
  readonly parameterOffsets: boolean;
  /** Accepts null for the active parameter. */
  readonly noActiveParameter: boolean;
  /** Accepts definitions as location links. */
  readonly definitionLinks: boolean;
  /** Accepts declarations as location links. */
  readonly declarationLinks: boolean;
  /** Sends `textDocument/prepareRename`. */
  readonly preparesRename: boolean;
  /** Accepts workspace edits that name the versions of the documents. */
  readonly versionedEdits: boolean;
  /** Sends `workspace/didChangeWatchedFiles` only after registration. */
  readonly registersFileWatchers: boolean;
  /** Watches folders outside its workspace. */
  readonly watchesOutsideWorkspace: boolean;
  /** Sends `workspace/didChangeWorkspaceFolders`. */
  readonly reportsFolderChanges: boolean;
  /** The URIs of its workspace folders at initialization. */
  readonly folders: readonly string[];
  /** URL of the folder with the reference pages, without a trailing slash, if the client ships them. */
  readonly docsUrl?: string;
  /** The settings in `initializationOptions`, not validated. */
  readonly initialSettings: unknown;
}

const property = (options: unknown, name: string): unknown =>
  typeof options === 'object' && options !== null ? Reflect.get(options, name) : undefined;

/** Clients that don't list formats are taken to render Markdown. */
const rendersMarkdown = (formats: unknown): boolean =>
  !Array.isArray(formats) || formats.includes('markdown');

/** Clients without `workspaceFolders` have one folder, the `rootUri`. */
const foldersOf = ({ workspaceFolders, rootUri }: InitializeParams): string[] => {
  if (Array.isArray(workspaceFolders))
    return workspaceFolders.flatMap((folder) => (typeof folder?.uri === 'string' ? folder.uri : []));
  return typeof rootUri === 'string' ? [rootUri] : [];
};

/** Reads the parameters of `initialize`. A missing capability counts as unsupported. */
export const readClientSupport = (params: InitializeParams): ClientSupport => {
  const { capabilities, initializationOptions } = params;
  const { workspace, textDocument, window } = capabilities ?? {};
  const signature = textDocument?.signatureHelp?.signatureInformation;
  const docsUrl = property(initializationOptions, 'docsUrl');
  const suggestCommand = property(initializationOptions, 'suggestCommand');
  const documentationCommand = property(initializationOptions, 'documentationCommand');
  return {
    answersConfiguration: workspace?.configuration === true,
    registersSettingsChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    showsDisabledActions: textDocument?.codeAction?.disabledSupport === true,
    setsLineEndings: property(initializationOptions, 'lineEndings') === true,
    picks: property(initializationOptions, 'picks') === true,
    showsButtons: window?.showMessage?.messageActionItem !== undefined,
    showsDocuments: window?.showDocument?.support === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    appliesEdits: workspace?.applyEdit === true,
    insertsSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    markdownHover: rendersMarkdown(textDocument?.hover?.contentFormat),
    markdownDocumentation: rendersMarkdown(textDocument?.completion?.completionItem?.documentationFormat),
    markdownSignatures: rendersMarkdown(signature?.documentationFormat),
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    foldsWholeLines: textDocument?.foldingRange?.lineFoldingOnly === true,
    ...(typeof textDocument?.foldingRange?.rangeLimit === 'number' && {
      foldingLimit: textDocument.foldingRange.rangeLimit,
    }),
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
    ...(typeof suggestCommand === 'string' && { suggestCommand }),
    ...(typeof documentationCommand === 'string' && { documentationCommand }),
    initialSettings: property(initializationOptions, 'settings'),
  };
};
