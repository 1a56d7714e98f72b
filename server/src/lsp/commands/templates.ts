import { macGenerator, newGuests } from '@xlcfg/shared';
import { type Command, invalidArguments } from './command.ts';

/**
 * `[uri?]`: the templates for a new guest, each with `id`, `title`, `description` and `snippet`. The Xen version and the
 * architecture come from the settings for the URI, the guest's name from its last segment. The file need not exist.
 */
export const templatesCommand: Command = {
  name: 'xlcfg.templates',
  run: async ([uri = 'untitled:guest.cfg'], { settings, documents, host, workspace }) => {
    if (typeof uri !== 'string')
      throw invalidArguments('xlcfg.templates takes the URI of the new file, or nothing.');
    const platform = await settings.forDocument(uri);
    // A document that isn't open is never closed, so its settings would stay cached.
    if (documents.get(uri) === undefined) settings.forget(uri);
    return newGuests(platform, uri, macGenerator(host.randomBytes, workspace.current));
  },
};
