import { codeActions } from '@xlcfg/shared';
import { CODE_ACTION_KINDS } from '@xlcfg/shared/start';
import { type CodeAction, type CodeActionParams, CodeActionRequest } from 'vscode-languageserver';
import { adaptCodeActions } from '../adapt.ts';
import { crossFileProblems } from '../diagnostics/source.ts';
import { isRange, isStringArray } from '../params.ts';
import { documentRequest } from './feature.ts';

/** Node and browsers have the same generator. */
const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

export const codeActionHandler = documentRequest<CodeActionParams, CodeAction[]>({
  listen: (connection, answer) => connection.onRequest(CodeActionRequest.type, answer),
  capability: { codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS] } },
  emptyAnswer: [],
  validate: ({ range, context }) =>
    isRange(range) &&
    Array.isArray(context?.diagnostics) &&
    (context.only === undefined || isStringArray(context.only)),
  ifStale: 'refuse',
  answer: (document, { range, context }, { client, host, workspace }) =>
    adaptCodeActions(
      codeActions(document, range, context, {
        random,
        // What is known by now: nobody waits for other files at a cursor.
        workspace: workspace.current,
        acrossFiles: crossFileProblems(workspace, document),
        showsDisabled: client.showsDisabledActions,
        ...(host.docsUrl !== undefined && { docsUrl: host.docsUrl }),
      }),
      document.text.uri,
      client,
    ),
});
