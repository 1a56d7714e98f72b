/** What the client supports, as far as it changes what the server does. Pure. */
import {
  CompletionItemTag,
  type InitializeParams,
  MarkupKind,
  SymbolTag,
  type TextDocumentClientCapabilities,
} from 'vscode-languageserver';
import { isObject } from '../guards.ts';

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
  /** The properties of diagnostics that it knows, as it gets them: published, or pulled. */
  readonly diagnostics: DiagnosticSupport;
  /** Reads the version of published diagnostics. */
  readonly diagnosticVersions: boolean;
  /** Accepts code actions that are more than commands. */
  readonly actionLiterals: boolean;
  /** Knows which of several code actions is the preferred one. */
  readonly preferredActions: boolean;
  /** Knows all kinds of completion items, and not only those of version 1 of the protocol. */
  readonly allCompletionKinds: boolean;
  /** Knows deprecated completion items by their tag. */
  readonly completionTags: boolean;
  /** Knows deprecated symbols by their tag. */
  readonly symbolTags: boolean;
  /** Shows the tooltips of links. */
  readonly linkTooltips: boolean;
  /** Formats several ranges at once. */
  readonly formatsRanges: boolean;
  /** Has the open document lose its language if it is not an xl config file. */
  readonly wantsNotGuestConfig: boolean;
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

export interface DiagnosticSupport {
  readonly tags: readonly unknown[];
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
}

const property = (options: unknown, name: string): unknown =>
  typeof options === 'object' && options !== null ? Reflect.get(options, name) : undefined;

/** The first of the formats that a client lists is the one that it prefers. */
const rendersMarkdown = (formats: unknown): boolean =>
  Array.isArray(formats) &&
  formats.find((format) => format === MarkupKind.Markdown || format === MarkupKind.PlainText) ===
    MarkupKind.Markdown;

const valuesOf = (support: unknown): readonly unknown[] => {
  const values = property(support, 'valueSet');
  return Array.isArray(values) ? values : [];
};

/**
 * The support for properties of diagnostics. Pulled ones have their own capabilities since version 3.18; before,
 * those of published ones stood for both.
 */
const diagnosticSupportOf = ({
  diagnostic,
  publishDiagnostics,
}: TextDocumentClientCapabilities): DiagnosticSupport => {
  const capability = (name: 'tagSupport' | 'relatedInformation' | 'codeDescriptionSupport'): unknown =>
    (isObject(diagnostic) ? diagnostic[name] : undefined) ?? publishDiagnostics?.[name];
  return {
    tags: valuesOf(capability('tagSupport')),
    relatedInformation: capability('relatedInformation') === true,
    codeDescription: capability('codeDescriptionSupport') === true,
  };
};

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
    pullsDiagnostics: isObject(textDocument?.diagnostic),
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    diagnostics: diagnosticSupportOf(textDocument ?? {}),
    diagnosticVersions: textDocument?.publishDiagnostics?.versionSupport === true,
    actionLiterals: isObject(textDocument?.codeAction?.codeActionLiteralSupport),
    preferredActions: textDocument?.codeAction?.isPreferredSupport === true,
    allCompletionKinds: Array.isArray(textDocument?.completion?.completionItemKind?.valueSet),
    completionTags: valuesOf(textDocument?.completion?.completionItem?.tagSupport).includes(
      CompletionItemTag.Deprecated,
    ),
    symbolTags: valuesOf(textDocument?.documentSymbol?.tagSupport).includes(SymbolTag.Deprecated),
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    formatsRanges: textDocument?.rangeFormatting?.rangesSupport === true,
    wantsNotGuestConfig: property(initializationOptions, 'notGuestConfig') === true,
    showsDisabledActions: textDocument?.codeAction?.disabledSupport === true,
    setsLineEndings: property(initializationOptions, 'lineEndings') === true,
    picks: property(initializationOptions, 'picks') === true,
    showsButtons: isObject(window?.showMessage?.messageActionItem),
    showsDocuments: window?.showDocument?.support === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      Array.isArray(workspace.workspaceEdit.resourceOperations) &&
      workspace.workspaceEdit.resourceOperations.includes('create'),
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
