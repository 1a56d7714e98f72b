/** Code actions about a rule that need a command. */
import { ruleUrl } from '@xlcfg/shared';
import type { CodeAction } from 'vscode-languageserver';
import type { ClientSupport } from './clientSupport.ts';
import { setSeverityCommand } from './commands/setSeverity.ts';
import { showDocumentationCommand } from './commands/showDocumentation.ts';
import { canPick } from './pick.ts';

type CommandAction = Pick<CodeAction, 'title' | 'command'>;

const commandAction = (title: string, command: string, ...args: readonly unknown[]): CommandAction => ({
  title,
  command: { title, command, arguments: [...args] },
});

/** The actions that the client can carry out. */
export const ruleCommands =
  (uri: string, client: ClientSupport, docsUrl: string | undefined) =>
  (code: string): readonly CommandAction[] => {
    const { documentationCommand, showsDocuments } = client;
    const documentation = `Open documentation of ${code}`;
    const open =
      docsUrl === undefined
        ? []
        : documentationCommand !== undefined
          ? [commandAction(documentation, documentationCommand, ruleUrl(docsUrl, code))]
          : showsDocuments
            ? [commandAction(documentation, showDocumentationCommand.name, code)]
            : [];
    const severity =
      canPick(client) && client.appliesEdits
        ? [commandAction(`Set severity of ${code} in .xlcfg.json`, setSeverityCommand.name, uri, code)]
        : [];
    return [...open, ...severity];
  };
