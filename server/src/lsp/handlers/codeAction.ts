import { codeActions } from '@xlcfg/shared';
import { CODE_ACTION_KINDS } from '@xlcfg/shared/start';
import { CodeActionRequest } from 'vscode-languageserver';
import { isStringArray } from '../../guards.ts';
import { adaptActionLiterals, adaptCodeActions } from '../adapt.ts';
import { crossFileProblems } from '../diagnostics/source.ts';
import { isRange } from '../params.ts';
import { documentRequest, type Handler } from './handler.ts';

export const codeActionHandler: Handler<'codeActionProvider'> = {
  capability: ({ actionLiterals, appliesEdits }) =>
    actionLiterals ? { codeActionKinds: [...CODE_ACTION_KINDS] } : appliesEdits || undefined,
  requests: [
    documentRequest(CodeActionRequest.type, {
      emptyAnswer: [],
      validate: ({ range, context }) =>
        isRange(range) &&
        Array.isArray(context?.diagnostics) &&
        ((context.only ?? undefined) === undefined || isStringArray(context.only)),
      ifStale: 'reject',
      answer: (document, { range, context }, { client, host, workspace }) =>
        adaptActionLiterals(
          adaptCodeActions(
            codeActions(document, range, context, {
              random: host.randomBytes,
              // Without waiting for a scan: the user is looking at the cursor.
              workspace: workspace.current,
              acrossFiles: crossFileProblems(workspace, document),
              showsDisabled: client.showsDisabledActions,
              ...(host.docsUrl !== undefined && { docsUrl: host.docsUrl }),
            }),
            document.text.uri,
            client,
          ),
          document.text.version,
          client,
        ),
    }),
  ],
};
