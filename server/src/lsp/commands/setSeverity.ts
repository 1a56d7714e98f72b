import { RULE_LEVEL_LABELS } from '@xlcfg/shared';
import { isRuleCode, readRuleLevel } from '../../settings/settingValues.ts';
import { pick } from '../pick.ts';
import { setInProjectConfig } from '../projectConfigFile.ts';
import { type Command, invalidArguments } from './command.ts';

/**
 * `[uri, code, severity?]`: sets the severity of a rule in the `.xlcfg.json` that applies to a document; without a severity,
 * the user chooses. Returns the URI of the changed file, or null if nothing was chosen.
 */
export const setSeverityCommand: Command = {
  name: 'xlcfg.setSeverity',
  run: async ([uri, code, severity], session, connection) => {
    if (typeof uri !== 'string' || typeof code !== 'string' || !isRuleCode(code))
      throw invalidArguments('xlcfg.setSeverity takes the URI of a document and the code of a rule.');
    const label =
      typeof severity === 'string' && readRuleLevel(severity) !== undefined
        ? severity
        : await pick(connection, session.client, `Severity of ${code} in .xlcfg.json`, RULE_LEVEL_LABELS);
    return label === undefined ? null : setInProjectConfig(connection, session, uri, ['rules', code], label);
  },
};
