/** What the manifest says of the settings, as far as it follows from the language itself. */
import { RULES } from '../../shared/src/index.ts';
import { RELEASES } from '../../shared/src/schema/releases.ts';
import { DEFAULT_SETTINGS } from '../../shared/src/settings.ts';

const LEVELS = ['off', 'hint', 'information', 'warning', 'error'];

/** The parts of the manifest's settings that are written by `npm run sync`, by the name of the setting. */
export const manifestSettings = {
  'xlcfg.enable': { default: DEFAULT_SETTINGS.enable },
  'xlcfg.xenVersion': { enum: [...RELEASES].reverse(), default: DEFAULT_SETTINGS.xenVersion },
  'xlcfg.rules': {
    default: DEFAULT_SETTINGS.rules,
    properties: Object.fromEntries(
      RULES.map(({ code, summary }) => [code, { enum: LEVELS, description: summary }]),
    ),
    additionalProperties: { enum: LEVELS },
  },
};
