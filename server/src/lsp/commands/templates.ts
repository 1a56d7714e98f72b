import { newGuests } from '@xlcfg/shared';
import { type Command, invalidArguments } from './command.ts';

/**
 * `[uri?]`: the templates for a new guest, each with `id`, `title`, `description` and `snippet`. The settings for the
 * URI tell the release, and its last part the name of the guest; there need not be such a file.
 */
export const templates: Command = {
  name: 'xlcfg.templates',
  run: async ([uri = 'untitled:guest.cfg'], { settings: configuration, documents }) => {
    if (typeof uri !== 'string')
      throw invalidArguments('xlcfg.templates takes the URI of the new file, or nothing.');
    const { xenVersion } = await configuration.forDocument(uri);
    // No event will ever close a file that is not open.
    if (documents.get(uri) === undefined) configuration.forget(uri);
    return newGuests(xenVersion, uri);
  },
};
