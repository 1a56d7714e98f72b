import { SETTINGS } from '@xlcfg/shared';
import { pick } from '../pick.ts';
import { setInProjectConfig } from '../projectConfigFile.ts';
import { type Command, invalidArguments } from './command.ts';

const TITLES = {
  xenVersion: 'Xen version in .xlcfg.json',
  architecture: 'Architecture in .xlcfg.json',
} as const;

const isName = (name: unknown): name is keyof typeof TITLES => typeof name === 'string' && name in TITLES;

/**
 * `[uri, name, value?]`: sets `xenVersion` or `architecture` in the `.xlcfg.json` that applies to a document; without a
 * value, the user chooses. Returns the URI of the changed file, or null if nothing was chosen.
 */
export const setPlatformCommand: Command = {
  name: 'xlcfg.setPlatform',
  run: async ([uri, name, value], session, connection) => {
    if (typeof uri !== 'string' || !isName(name))
      throw invalidArguments(
        'xlcfg.setPlatform takes the URI of a document, and xenVersion or architecture.',
      );
    const { choices }: { readonly choices: readonly string[] } = SETTINGS[name];
    if (value !== undefined && !choices.some((choice) => choice === value))
      throw invalidArguments(`${name} is one of ${choices.join(', ')}.`);
    const chosen =
      choices.find((choice) => choice === value) ??
      (await pick(connection, session.client, TITLES[name], choices));
    return chosen === undefined ? null : setInProjectConfig(connection, session, uri, [name], chosen);
  },
};
