import { CODE_ACTION_KINDS, codeActions } from '@xlcfg/shared';
import { type CodeAction, type CodeActionParams, CodeActionRequest, Range } from 'vscode-languageserver';
import { adaptCodeActions } from '../adapt.ts';
import { aboutDocument } from './handler.ts';

export const codeActionHandler = aboutDocument<CodeActionParams, CodeAction[]>({
  listen: (connection, answer) => connection.onRequest(CodeActionRequest.type, answer),
  capability: { codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS] } },
  none: [],
  fits: ({ range, context }) => Range.is(range) && Array.isArray(context?.diagnostics),
  whenChanged: 'refuse',
  answer: (document, { range, context }, { client, host }) =>
    adaptCodeActions(codeActions(document, range, context, host.docsUrl), document.text.uri, client),
});
