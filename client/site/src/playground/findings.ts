/** The diagnostics of a file, in its text and as a list. */
import { type Action, type Diagnostic as EditorDiagnostic, setDiagnostics } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { button, create } from '../common/dom.ts';
import type { EditAction } from './codeActions.ts';
import { nameOf } from './fileNames.ts';
import { sitePage } from './markdown.ts';
import { spanOf } from './positions.ts';

export interface Finding {
  readonly diagnostic: Diagnostic;
  /** The fix that the server prefers; the menu has the others. */
  readonly fix?: EditAction | undefined;
}

const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;

const severityOf = ({ severity = 1 }: Diagnostic): (typeof SEVERITIES)[number] =>
  SEVERITIES[severity - 1] ?? 'error';

const TAGS: Readonly<Record<number, string>> = { 1: 'unnecessary', 2: 'deprecated' };

/** The server sends plain text. */
const messageOf = ({ message }: Diagnostic): string =>
  typeof message === 'string' ? message : message.value;

const codeOf = ({ code }: Diagnostic): string => String(code ?? '');

const toEditorAction = (fix: EditAction, onFix: (fix: EditAction) => void): Action => ({
  name: fix.title,
  apply: () => onFix(fix),
});

/** Underlines the findings. */
export const underline = (
  view: EditorView,
  findings: readonly Finding[],
  onFix: (fix: EditAction) => void,
): void => {
  const diagnostics = findings.map(
    (finding): EditorDiagnostic => ({
      ...spanOf(view.state.doc, finding.diagnostic.range),
      severity: severityOf(finding.diagnostic),
      source: codeOf(finding.diagnostic),
      message: messageOf(finding.diagnostic),
      markClass: (finding.diagnostic.tags ?? []).map((tag) => TAGS[tag] ?? '').join(' '),
      actions: finding.fix === undefined ? [] : [toEditorAction(finding.fix, onFix)],
    }),
  );
  view.dispatch(setDiagnostics(view.state, diagnostics));
};

export interface FindingHandlers {
  readonly onGoTo: (uri: string, diagnostic: Pick<Diagnostic, 'range'>) => void;
  readonly onFix: (fix: EditAction) => void;
  /** Shows all actions for a finding. */
  readonly onMore: (diagnostic: Diagnostic) => void;
}

/** A message with the text between backticks as code. */
const inlineCode = (message: string): readonly (Node | string)[] =>
  message.split(/`([^`]+)`/).map((part, at) => (at % 2 === 0 ? part : create('code', {}, part)));

const relatedItems = (
  { relatedInformation = [] }: Diagnostic,
  { onGoTo }: FindingHandlers,
): readonly Node[] =>
  relatedInformation.map(({ location: { uri, range }, message }) =>
    create(
      'p',
      { class: 'related' },
      button(`${nameOf(uri)}:${range.start.line + 1}`, () => onGoTo(uri, { range }), { class: 'link' }),
      ` ${message}`,
    ),
  );

/** One finding as an item of the list. */
export const findingItem = (
  uri: string,
  { diagnostic, fix }: Finding,
  handlers: FindingHandlers,
): HTMLLIElement => {
  const { range, codeDescription } = diagnostic;
  const severity = severityOf(diagnostic);
  const position = `${range.start.line + 1}:${range.start.character + 1}`;
  const code = codeOf(diagnostic);
  return create(
    'li',
    { class: `finding ${severity}` },
    create('span', { class: 'severity' }, severity),
    ' ',
    button(position, () => handlers.onGoTo(uri, diagnostic), {
      class: 'link position',
      'aria-label': `${position}: go to line ${range.start.line + 1}`,
    }),
    ' ',
    codeDescription
      ? create('a', { href: sitePage(codeDescription.href), target: '_blank', rel: 'noopener' }, code)
      : create('code', {}, code),
    create('p', { class: 'message' }, ...inlineCode(messageOf(diagnostic))),
    ...relatedItems(diagnostic, handlers),
    ...(fix === undefined
      ? []
      : [button(fix.title, () => handlers.onFix(fix), { class: 'fix primary' }), ' ']),
    button('More actions', () => handlers.onMore(diagnostic), {
      class: 'fix',
      'aria-label': `More actions for ${code} at ${position}`,
    }),
  );
};
