/** What is offered at a place: `|` is the cursor, «» a selection. */

import { type CodeActionOptions, codeActions } from '@xlcfg/shared/src/features/codeActions.ts';
import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';
import { open } from '../../../support/documents.ts';
import { marked, withCursor } from '../../../support/markers.ts';

/** Bytes that go up from the given ones, one by one, as many as are asked for. */
export const countingBytes =
  (...first: readonly number[]) =>
  (count: number): Uint8Array =>
    Uint8Array.from({ length: count }, (_, at) => first[at] ?? at);

export interface Offered {
  readonly title: string;
  /** The text after it; undefined where it is not possible. */
  readonly result: string | undefined;
  readonly action: CodeAction;
}

const OPTIONS: CodeActionOptions = { random: countingBytes(), showsDisabled: true };

export interface Where {
  readonly xenVersion?: XenVersion;
  readonly uri?: string;
}

/** The refactorings at the mark, as an editor gets them that asked for refactorings. */
export function offersAt(
  source: string,
  options: CodeActionOptions = OPTIONS,
  { xenVersion, uri }: Where = {},
): Offered[] {
  const { text, start, end } = selectionIn(source);
  const document = open(text, xenVersion ? { xenVersion } : {}, uri);
  const range = { start: document.text.positionAt(start), end: document.text.positionAt(end) };
  const context = { diagnostics: [], only: ['refactor'] };
  return codeActions(document, range, context, options).map((action) => ({
    title: action.title,
    result: resultOf(document.text, action),
    action,
  }));
}

function selectionIn(source: string): {
  readonly text: string;
  readonly start: number;
  readonly end: number;
} {
  if (!source.includes('«')) {
    const { text, offset } = withCursor(source);
    return { text, start: offset, end: offset };
  }
  const { text, spans } = marked(source);
  const [selection] = spans;
  if (!selection) throw new Error(`no selection in ${JSON.stringify(source)}`);
  return { text, start: selection.start, end: selection.end };
}

const resultOf = (document: TextDocument, { edit }: CodeAction): string | undefined =>
  edit && TextDocument.applyEdits(document, [...(edit.changes?.[document.uri] ?? [])]);

/** The text after the refactoring whose title begins so; undefined where there is none. */
export const rewritten = (
  source: string,
  title: string,
  options: CodeActionOptions = OPTIONS,
  where: Where = {},
): string | undefined =>
  offersAt(source, options, where).find((offered) => offered.title.startsWith(title))?.result;
