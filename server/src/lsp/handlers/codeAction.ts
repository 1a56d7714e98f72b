import { codeActions } from '@xlcfg/shared';
import { CODE_ACTION_KINDS } from '@xlcfg/shared/start';
import { type CodeAction, type CodeActionParams, CodeActionRequest } from 'vscode-languageserver';
import { adaptCodeActions } from '../adapt.ts';
import { acrossFiles } from '../diagnostics/source.ts';
import { areTexts, isRange } from '../params.ts';
import { aboutDocument } from './handler.ts';

/** Node and browsers have the same generator. */
const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

export const codeActionHandler = aboutDocument<CodeActionParams, CodeAction[]>({
  listen: (connection, answer) => connection.onRequest(CodeActionRequest.type, answer),
  capability: { codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS] } },
  none: [],
  fits: ({ range, context }) =>
    isRange(range) &&
    Array.isArray(context?.diagnostics) &&
    (context.only === undefined || areTexts(context.only)),
  whenChanged: 'refuse',
  answer: (document, { range, context }, { client, host, workspace }) =>
    adaptCodeActions(
      codeActions(document, range, context, {
        random,
        // What is known by now: nobody waits for other files at a cursor.
        workspace: workspace.now,
        acrossFiles: acrossFiles(workspace, document),
        showsDisabled: client.showsDisabledActions,
        ...(host.docsUrl !== undefined && { docsUrl: host.docsUrl }),
      }),
      document.text.uri,
      client,
    ),
});
