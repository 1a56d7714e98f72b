import { ruleUrl } from '@xlcfg/shared';
import { ShowDocumentRequest } from 'vscode-languageserver';
import { isRuleCode } from '../../settings/settingValues.ts';
import { type Command, invalidArguments } from './command.ts';

/** `[code]`: has the client show the reference page of a rule. Returns whether it does. */
export const showDocumentationCommand: Command = {
  name: 'xlcfg.showDocumentation',
  run: async ([code], { host: { docsUrl } }, connection) => {
    if (typeof code !== 'string' || !isRuleCode(code))
      throw invalidArguments('xlcfg.showDocumentation takes the code of a rule.');
    if (docsUrl === undefined) return false;
    const uri = ruleUrl(docsUrl, code);
    const external = uri.startsWith('http');
    return (await connection.sendRequest(ShowDocumentRequest.type, { uri, external, takeFocus: true }))
      .success;
  },
};
