/** Adapts the answers of the features to what the client supports. Pure. */
import { type OfferedAction, plainSnippet } from '@xlcfg/shared';
import {
  type CodeAction,
  type Command,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Diagnostic,
  type DocumentLink,
  type DocumentSymbol,
  type Hover,
  InsertTextFormat,
  type Location,
  type LocationLink,
  MarkupContent,
  MarkupKind,
  type SignatureHelp,
  type SignatureInformation,
  type SymbolInformation,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { plainText } from '../inlineMarkdown.ts';
import type { ClientSupport } from './clientSupport.ts';

/** The client's command that changes the line endings of a document to LF. Its argument is the document's URI. */
export const SET_LINE_ENDINGS = 'xlcfg.setLineEndings';

/** No position lies between CR and LF, so an edit that removes the CR has an empty range and no effect. */
const hasEffect = ({ range: { start, end }, newText }: TextEdit): boolean =>
  newText !== '' || start.line !== end.line || start.character !== end.character;

const withoutIneffectiveEdits = (edit: WorkspaceEdit): WorkspaceEdit => ({
  ...edit,
  ...(edit.changes && {
    changes: Object.fromEntries(
      Object.entries(edit.changes)
        .map(([uri, edits]) => [uri, edits.filter(hasEffect)] as const)
        .filter(([, edits]) => edits.length > 0),
    ),
  }),
});

const isEmptyEdit = (edit: WorkspaceEdit): boolean =>
  edit.documentChanges === undefined && Object.keys(edit.changes ?? {}).length === 0;

/** One action for all problems with line endings, since the command changes the whole document. */
const lineEndingAction = (actions: readonly OfferedAction[], uri: string): CodeAction[] => {
  const [first] = actions;
  if (first === undefined) return [];
  const { edit: _edit, changesLineEndings: _flag, ...rest } = first;
  return [
    {
      ...rest,
      diagnostics: actions.flatMap((action) => action.diagnostics ?? []),
      command: { title: first.title, command: SET_LINE_ENDINGS, arguments: [uri] },
    },
  ];
};

/**
 * Replaces the edits of actions that change line endings by the client's command, or drops these actions if the client
 * has no such command. Removes ineffective edits from the other actions.
 */
export const adaptCodeActions = (
  actions: readonly OfferedAction[],
  uri: string,
  { setsLineEndings }: Pick<ClientSupport, 'setsLineEndings'>,
): CodeAction[] => {
  const others = actions.flatMap((action): CodeAction[] => {
    if (action.changesLineEndings) return [];
    if (action.edit === undefined) return [action];
    const edit = withoutIneffectiveEdits(action.edit);
    return isEmptyEdit(edit) ? [] : [{ ...action, edit }];
  });
  const lineEndings = actions.filter(({ changesLineEndings }) => changesLineEndings);
  return setsLineEndings ? [...lineEndingAction(lineEndings, uri), ...others] : others;
};

const withoutSnippet = (item: CompletionItem): CompletionItem => {
  if (item.insertTextFormat !== InsertTextFormat.Snippet) return item;
  return {
    ...item,
    insertTextFormat: InsertTextFormat.PlainText,
    ...(item.insertText !== undefined && { insertText: plainSnippet(item.insertText) }),
    ...(item.textEdit && { textEdit: { ...item.textEdit, newText: plainSnippet(item.textEdit.newText) } }),
  };
};

/** The kinds that clients know which do not list them. */
const isOldKind = (kind: CompletionItemKind | undefined): boolean =>
  kind === undefined || kind <= CompletionItemKind.Reference;

const withoutTags = ({ tags: _tags, ...item }: CompletionItem): CompletionItem => item;

/** Snippets as plain text for a client that would insert their tab stops literally, and no kinds or tags that it does not know. */
export const adaptCompletion = (
  { isIncomplete, items }: CompletionList,
  {
    insertsSnippets,
    allCompletionKinds,
    completionTags,
  }: Pick<ClientSupport, 'insertsSnippets' | 'allCompletionKinds' | 'completionTags'>,
): CompletionList => ({
  isIncomplete,
  items: items.map((item) => {
    const inserted = insertsSnippets ? item : withoutSnippet(item);
    const tagged = completionTags || !inserted.tags ? inserted : withoutTags(inserted);
    return allCompletionKinds || isOldKind(tagged.kind)
      ? tagged
      : { ...tagged, kind: CompletionItemKind.Value };
  }),
});

const isMarkdown = (content: unknown): content is MarkupContent =>
  MarkupContent.is(content) && content.kind === MarkupKind.Markdown;

const toPlainText = ({ value }: MarkupContent): MarkupContent => ({
  kind: MarkupKind.PlainText,
  value: plainText(value),
});

/** Converts the hover to plain text for a client that doesn't render Markdown. */
export const adaptHover = (
  hover: Hover | null,
  { markdownHover }: Pick<ClientSupport, 'markdownHover'>,
): Hover | null =>
  hover === null || markdownHover || !isMarkdown(hover.contents)
    ? hover
    : { ...hover, contents: toPlainText(hover.contents) };

/** Converts the documentation to plain text for a client that doesn't render Markdown. */
export const adaptResolvedItem = (
  item: CompletionItem,
  { markdownDocumentation }: Pick<ClientSupport, 'markdownDocumentation'>,
): CompletionItem =>
  markdownDocumentation || !isMarkdown(item.documentation)
    ? item
    : { ...item, documentation: toPlainText(item.documentation) };

const withoutSymbolTags = ({ tags: _tags, children, ...symbol }: DocumentSymbol): DocumentSymbol => ({
  ...symbol,
  ...(children && { children: children.map(withoutSymbolTags) }),
});

/**
 * Flattens the symbols for a client that shows no tree. Each is followed by its children, with its name as container.
 * Removes tags for a client that does not know them.
 */
export const adaptSymbols = (
  symbols: readonly DocumentSymbol[],
  uri: string,
  { nestedSymbols, symbolTags }: Pick<ClientSupport, 'nestedSymbols' | 'symbolTags'>,
): DocumentSymbol[] | SymbolInformation[] => {
  const known = symbolTags ? [...symbols] : symbols.map(withoutSymbolTags);
  return nestedSymbols ? known : flatten(known, uri);
};

const flatten = (symbols: readonly DocumentSymbol[], uri: string, container?: string): SymbolInformation[] =>
  symbols.flatMap(({ name, kind, tags, range, children }) => [
    {
      name,
      kind,
      location: { uri, range },
      ...(tags && { tags }),
      ...(container !== undefined && { containerName: container }),
    },
    ...flatten(children ?? [], uri, name),
  ]);

/** Parameter labels as text, for a client that doesn't accept offsets. */
const withTextLabels = (signature: SignatureInformation): SignatureInformation => ({
  ...signature,
  ...(signature.parameters && {
    parameters: signature.parameters.map((parameter) => ({
      ...parameter,
      label:
        typeof parameter.label === 'string' ? parameter.label : signature.label.slice(...parameter.label),
    })),
  }),
});

const withPlainDocumentation = (signature: SignatureInformation): SignatureInformation => ({
  ...signature,
  ...(isMarkdown(signature.documentation) && { documentation: toPlainText(signature.documentation) }),
  ...(signature.parameters && {
    parameters: signature.parameters.map((parameter) =>
      isMarkdown(parameter.documentation)
        ? { ...parameter, documentation: toPlainText(parameter.documentation) }
        : parameter,
    ),
  }),
});

/** Adapts labels, documentation and a null active parameter to the client. */
export const adaptSignatureHelp = (
  help: SignatureHelp | null,
  {
    parameterOffsets: labelOffsets,
    markdownSignatures,
    noActiveParameter,
  }: Pick<ClientSupport, 'parameterOffsets' | 'markdownSignatures' | 'noActiveParameter'>,
): SignatureHelp | null => {
  if (help === null) return null;
  const documented = markdownSignatures ? help.signatures : help.signatures.map(withPlainDocumentation);
  const signatures = labelOffsets ? documented : documented.map(withTextLabels);
  if (help.activeParameter !== null || noActiveParameter) return { ...help, signatures };
  // Other clients take null for the first parameter; an index out of range means none.
  return { ...help, signatures, activeParameter: signatures[0]?.parameters?.length ?? 0 };
};

/** Converts links to locations for a client that doesn't accept links. */
export const adaptLinks = (
  links: readonly LocationLink[],
  acceptsLinks: boolean,
): LocationLink[] | Location[] =>
  acceptsLinks
    ? [...links]
    : links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));

/** An edit of one document, with its version if the client accepts that. */
const withVersion = (edit: WorkspaceEdit, version: number): WorkspaceEdit => ({
  documentChanges: Object.entries(edit.changes ?? {}).map(([uri, edits]) => ({
    textDocument: { uri, version },
    edits,
  })),
});

/** The server's command that has the client apply an edit, for clients that know no code actions but commands. */
export const APPLY_EDIT = 'xlcfg.applyEdit';

/** What a client without literals gets for an action: its command, or one that applies its edit. */
const toCommand = ({ title, edit, command }: CodeAction): Command[] => {
  if (command) return [command];
  return edit ? [{ title, command: APPLY_EDIT, arguments: [edit] }] : [];
};

/**
 * Code actions of one document, as the client accepts them.
 *
 * @param version of the document that they are for
 */
export const adaptActionLiterals = (
  actions: readonly CodeAction[],
  version: number,
  client: Pick<ClientSupport, 'actionLiterals' | 'preferredActions' | 'versionedEdits' | 'diagnostics'>,
): (CodeAction | Command)[] => {
  const adapted = actions.map(
    ({ isPreferred, diagnostics, edit, ...action }): CodeAction => ({
      ...action,
      ...(isPreferred && client.preferredActions && { isPreferred }),
      ...(diagnostics && { diagnostics: adaptDiagnostics(diagnostics, client) }),
      ...(edit && { edit: client.versionedEdits ? withVersion(edit, version) : edit }),
    }),
  );
  return client.actionLiterals ? adapted : adapted.flatMap(toCommand);
};

/** Diagnostics without the properties that the client does not know. */
export const adaptDiagnostics = (
  diagnostics: readonly Diagnostic[],
  {
    diagnostics: { tags: knownTags, relatedInformation: related, codeDescription: link },
  }: Pick<ClientSupport, 'diagnostics'>,
): Diagnostic[] =>
  diagnostics.map(({ tags, relatedInformation, codeDescription, ...diagnostic }) => {
    const shownTags = tags?.filter((tag) => knownTags.includes(tag)) ?? [];
    return {
      ...diagnostic,
      ...(shownTags.length > 0 && { tags: shownTags }),
      ...(related && relatedInformation && { relatedInformation }),
      ...(link && codeDescription && { codeDescription }),
    };
  });

/** Links without tooltips, for a client that does not show them. */
export const adaptDocumentLinks = (
  links: readonly DocumentLink[],
  { linkTooltips }: Pick<ClientSupport, 'linkTooltips'>,
): DocumentLink[] => (linkTooltips ? [...links] : links.map(({ tooltip: _tooltip, ...link }) => link));

export interface FileEdits {
  readonly uri: string;
  /** Null if the file isn't open. */
  readonly version: number | null;
  readonly edits: TextEdit[];
}

/** A workspace edit that names the versions of the documents, if the client accepts that. */
export const adaptFileEdits = (
  files: readonly FileEdits[],
  { versionedEdits }: Pick<ClientSupport, 'versionedEdits'>,
): WorkspaceEdit =>
  versionedEdits
    ? { documentChanges: files.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })) }
    : { changes: Object.fromEntries(files.map(({ uri, edits }) => [uri, edits])) };
