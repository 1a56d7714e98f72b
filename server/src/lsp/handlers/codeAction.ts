import { codeActions, ruleActions } from '@xlcfg/shared';
import { CODE_ACTION_KINDS } from '@xlcfg/shared/start';
import { CodeActionKind, CodeActionRequest } from 'vscode-languageserver';
import { isStringArray } from '../../guards.ts';
import { adaptActionLiterals, adaptCodeActions } from '../adapt.ts';
import { outsideProblems } from '../diagnostics/source.ts';
import { isRange } from '../params.ts';
import { ruleCommands } from '../ruleCommands.ts';
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
      answer: (document, { range, context }, { client, host, hostChecks, workspace }) => {
        const { uri } = document.text;
        const { docsUrl, randomBytes: random } = host;
        // Without waiting for a scan: the user is looking at the cursor.
        const acrossFiles = outsideProblems({ workspace, hostChecks }, document);
        const links = docsUrl === undefined ? {} : { docsUrl };
        const fixes = codeActions(document, range, context, {
          random,
          workspace: workspace.current,
          acrossFiles,
          showsDisabled: client.showsDisabledActions,
          ...links,
        });
        const only = context.only ?? [CodeActionKind.QuickFix];
        const aboutRules = only.includes(CodeActionKind.QuickFix)
          ? ruleActions(document, range, {
              acrossFiles,
              furtherActions: ruleCommands(uri, client, docsUrl),
              ...links,
            })
          : [];
        return adaptActionLiterals(
          [...adaptCodeActions(fixes, uri, client), ...aboutRules],
          document.text.version,
          client,
        );
      },
    }),
  ],
};
