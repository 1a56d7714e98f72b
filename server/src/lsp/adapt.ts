/** What the features answer, fitted to what the client can do. Pure. */
import {
  type CodeAction,
  type CompletionItem,
  type Hover,
  InsertTextFormat,
  MarkupContent,
  MarkupKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { ClientFeatures } from './client.ts';

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
  { setsLineEndings }: Pick<ClientFeatures, 'setsLineEndings'>,
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

/** Tab stops and placeholders of a snippet: `$1`, `${1}`, `${1:text}`, `${1|one,two|}`; and escaped characters. */
const SNIPPET_PART = /\\([\\$},|])|\$\{\d+(?::((?:\\.|[^}\\])*)|\|((?:\\.|[^,|\\])*)[^}]*)?\}|\$\d+/g;

/** The text of a snippet with its placeholders filled in and its tab stops gone. */
export const plainSnippet = (snippet: string): string =>
  snippet.replace(
    SNIPPET_PART,
    (_, escaped?: string, placeholder?: string, choice?: string) =>
      escaped ?? plainSnippet(placeholder ?? choice ?? ''),
  );

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
  { snippets }: Pick<ClientFeatures, 'snippets'>,
): CompletionItem[] => (snippets ? [...items] : items.map(withoutSnippet));

/** Takes the marks away that a reader of plain text can do without. */
const plainText = (markdown: string): string =>
  markdown
    .replace(/^```.*\n?/gm, '')
    .replace(/^#+ +/gm, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
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
  { markdownHover }: Pick<ClientFeatures, 'markdownHover'>,
): Hover | null =>
  hover === null || markdownHover || !isMarkdown(hover.contents)
    ? hover
    : { ...hover, contents: toPlain(hover.contents) };

/** Makes the documentation plain text for a client that does not show Markdown. */
export const adaptResolved = (
  item: CompletionItem,
  { markdownDocumentation }: Pick<ClientFeatures, 'markdownDocumentation'>,
): CompletionItem =>
  markdownDocumentation || !isMarkdown(item.documentation)
    ? item
    : { ...item, documentation: toPlain(item.documentation) };
