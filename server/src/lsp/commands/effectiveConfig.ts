import { effectiveConfigText } from '@xlcfg/shared';
import { type Command, invalidArguments } from './command.ts';

/**
 * `[uri]`: what xl makes of an open document, as JSON with comments that name the source of each value; null if the
 * document is not an xl config file.
 */
export const effectiveConfigCommand: Command = {
  name: 'xlcfg.effectiveConfiguration',
  run: async ([uri], { settings, documents }) => {
    if (typeof uri !== 'string')
      throw invalidArguments('xlcfg.effectiveConfiguration takes the URI of a document.');
    const text = documents.get(uri);
    if (text === undefined) throw invalidArguments(`The document is not open: ${uri}`);
    if (!documents.isGuest(text)) return null;
    const document = documents.analyze(text, await settings.forDocument(uri));
    return document.kind.name === 'guest' ? effectiveConfigText(document).annotated : null;
  },
};
