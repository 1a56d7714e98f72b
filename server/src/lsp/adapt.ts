/** What the features answer, fitted to what the client can do. Pure. */
import { plainSnippet } from '@xlcfg/shared';
import {
  type CodeAction,
  type CompletionItem,
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
import type { ClientSupport } from './clientSupport.ts';

/** The client's command that sets the line ends of the document whose URI is its argument to LF. */
export const SET_LINE_ENDINGS = 'xlcfg.setLineEndings';

/** The rule whose fix an editor that owns the line ends cannot take as text edits. */
const LINE_ENDING_RULE = 'carriage-return';

const isAboutLineEndings = (action: CodeAction): boolean =>
  action.diagnostics !== undefined &&
  action.diagnostics.length > 0 &&
  action.diagnostics.every((diagnostic) => diagnostic.code === LINE_ENDING_RULE);

/** A position cannot lie between CR and LF, so that the edit that takes the CR away comes out as no edit. */
const changesSomething = ({ range: { start, end }, newText }: TextEdit): boolean =>
  newText !== '' || start.line !== end.line || start.character !== end.character;

const withoutEmptyEdits = (edit: WorkspaceEdit): WorkspaceEdit => ({
  ...edit,
  ...(edit.changes && {
    changes: Object.fromEntries(
      Object.entries(edit.changes)
        .map(([uri, edits]) => [uri, edits.filter(changesSomething)] as const)
        .filter(([, edits]) => edits.length > 0),
    ),
  }),
});

const isEmptyEdit = (edit: WorkspaceEdit): boolean =>
  edit.documentChanges === undefined && Object.keys(edit.changes ?? {}).length === 0;

/** One command does for all line ends, so the first action stands for all. */
const lineEndingCommand = (actions: readonly CodeAction[], uri: string): CodeAction[] => {
  const [first] = actions;
  if (first === undefined) return [];
  const { edit: _, ...rest } = first;
  return [
    {
      ...rest,
      diagnostics: actions.flatMap((action) => action.diagnostics ?? []),
      command: { title: first.title, command: SET_LINE_ENDINGS, arguments: [uri] },
    },
  ];
};

/**
 * Makes the actions about line ends a command of the client, or leaves them out where the client has none, and takes
 * the edits that a client cannot apply out of the others.
 */
export const adaptCodeActions = (
  actions: readonly CodeAction[],
  uri: string,
  { setsLineEndings }: Pick<ClientSupport, 'setsLineEndings'>,
): CodeAction[] => {
  const others = actions.flatMap((action) => {
    if (isAboutLineEndings(action)) return [];
    if (action.edit === undefined) return [action];
    const edit = withoutEmptyEdits(action.edit);
    return isEmptyEdit(edit) ? [] : [{ ...action, edit }];
  });
  return setsLineEndings
    ? [...lineEndingCommand(actions.filter(isAboutLineEndings), uri), ...others]
    : others;
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

/** Makes snippets plain text for a client that would insert their tab stops as they are. */
export const adaptCompletion = (
  items: readonly CompletionItem[],
  { insertsSnippets: snippets }: Pick<ClientSupport, 'insertsSnippets'>,
): CompletionItem[] => (snippets ? [...items] : items.map(withoutSnippet));

/** Takes the marks away that a reader of plain text can do without. */
const plainText = (markdown: string): string =>
  markdown
    .replace(/^```.*\n?/gm, '')
    .replace(/^#+ +/gm, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|<>-])/g, '$1')
    .trim();

const isMarkdown = (content: unknown): content is MarkupContent =>
  MarkupContent.is(content) && content.kind === MarkupKind.Markdown;

const toPlain = ({ value }: MarkupContent): MarkupContent => ({
  kind: MarkupKind.PlainText,
  value: plainText(value),
});

/** Makes the hover plain text for a client that does not show Markdown. */
export const adaptHover = (
  hover: Hover | null,
  { markdownHover }: Pick<ClientSupport, 'markdownHover'>,
): Hover | null =>
  hover === null || markdownHover || !isMarkdown(hover.contents)
    ? hover
    : { ...hover, contents: toPlain(hover.contents) };

/** Makes the documentation plain text for a client that does not show Markdown. */
export const adaptResolved = (
  item: CompletionItem,
  { markdownDocumentation }: Pick<ClientSupport, 'markdownDocumentation'>,
): CompletionItem =>
  markdownDocumentation || !isMarkdown(item.documentation)
    ? item
    : { ...item, documentation: toPlain(item.documentation) };

/** Puts the symbols in one row for a client that shows no tree: each before those in it, which have its name. */
export const adaptSymbols = (
  symbols: readonly DocumentSymbol[],
  uri: string,
  { nestedSymbols: symbolTree }: Pick<ClientSupport, 'nestedSymbols'>,
): DocumentSymbol[] | SymbolInformation[] => (symbolTree ? [...symbols] : inOneRow(symbols, uri));

const inOneRow = (symbols: readonly DocumentSymbol[], uri: string, container?: string): SymbolInformation[] =>
  symbols.flatMap(({ name, kind, tags, range, children }) => [
    {
      name,
      kind,
      location: { uri, range },
      ...(tags && { tags }),
      ...(container !== undefined && { containerName: container }),
    },
    ...inOneRow(children ?? [], uri, name),
  ]);

/** Parameters as texts, for a client that cannot find them by offsets. */
const withTexts = (signature: SignatureInformation): SignatureInformation => ({
  ...signature,
  ...(signature.parameters && {
    parameters: signature.parameters.map((parameter) => ({
      ...parameter,
      label:
        typeof parameter.label === 'string' ? parameter.label : signature.label.slice(...parameter.label),
    })),
  }),
});

const withPlainText = (signature: SignatureInformation): SignatureInformation => ({
  ...signature,
  ...(isMarkdown(signature.documentation) && { documentation: toPlain(signature.documentation) }),
  ...(signature.parameters && {
    parameters: signature.parameters.map((parameter) =>
      isMarkdown(parameter.documentation)
        ? { ...parameter, documentation: toPlain(parameter.documentation) }
        : parameter,
    ),
  }),
});

/** Fits labels, documentation and the absence of an active parameter to the client. */
export const adaptSignatureHelp = (
  help: SignatureHelp | null,
  {
    parameterOffsets: labelOffsets,
    markdownSignatures,
    noActiveParameter,
  }: Pick<ClientSupport, 'parameterOffsets' | 'markdownSignatures' | 'noActiveParameter'>,
): SignatureHelp | null => {
  if (help === null) return null;
  const inMarkdown = markdownSignatures ? help.signatures : help.signatures.map(withPlainText);
  const signatures = labelOffsets ? inMarkdown : inMarkdown.map(withTexts);
  if (help.activeParameter !== null || noActiveParameter) return { ...help, signatures };
  // To other clients it is the first one that is active, but for a number that none has.
  return { ...help, signatures, activeParameter: signatures[0]?.parameters?.length ?? 0 };
};

/** Makes the links plain places for a client that knows no links. */
export const adaptLinks = (links: readonly LocationLink[], asLinks: boolean): LocationLink[] | Location[] =>
  asLinks
    ? [...links]
    : links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));

/** The edits of one file; the version is null where the file is not open. */
export interface FileEdits {
  readonly uri: string;
  readonly version: number | null;
  readonly edits: TextEdit[];
}

/** One edit of several files, which says for which versions it is good if the client can be told. */
export const adaptFileEdits = (
  files: readonly FileEdits[],
  { versionedEdits }: Pick<ClientSupport, 'versionedEdits'>,
): WorkspaceEdit =>
  versionedEdits
    ? { documentChanges: files.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })) }
    : { changes: Object.fromEntries(files.map(({ uri, edits }) => [uri, edits])) };
