import { codeActions, ruleActions } from '@xlcfg/shared';
import { CODE_ACTION_KINDS } from '@xlcfg/shared/start';
import { CodeActionKind, CodeActionRequest } from 'vscode-languageserver';
import { isStringArray } from '../../guards.ts';
import { adaptCodeActions } from '../adapt.ts';
import { crossFileProblems } from '../diagnostics/source.ts';
import { isRange } from '../params.ts';
import { ruleCommands } from '../ruleCommands.ts';
import { documentRequest, type Handler } from './handler.ts';

export const codeActionHandler: Handler<'codeActionProvider'> = {
  capability: () => ({ codeActionKinds: [...CODE_ACTION_KINDS] }),
  requests: [
    documentRequest(CodeActionRequest.type, {
      emptyAnswer: [],
      validate: ({ range, context }) =>
        isRange(range) &&
        Array.isArray(context?.diagnostics) &&
        (context.only === undefined || isStringArray(context.only)),
      ifStale: 'reject',
      answer: (document, { range, context }, { client, host, workspace }) => {
        const { uri } = document.text;
        const { docsUrl, randomBytes: random } = host;
        // Without waiting for a scan: the user is looking at the cursor.
        const acrossFiles = crossFileProblems(workspace, document);
        const links = docsUrl === undefined ? {} : { docsUrl };
        const fixes = codeActions(document, range, context, {
          random,
          workspace: workspace.current,
          acrossFiles,
          showsDisabled: client.showsDisabledActions,
          ...links,
        });
        const { only = [CodeActionKind.QuickFix] } = context;
        const aboutRules = only.includes(CodeActionKind.QuickFix)
          ? ruleActions(document, range, {
              acrossFiles,
              furtherActions: ruleCommands(uri, client, docsUrl),
              ...links,
            })
          : [];
        return [...adaptCodeActions(fixes, uri, client), ...aboutRules];
      },
    }),
  ],
};
