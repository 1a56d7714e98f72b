import { configurationText } from '@xlcfg/shared';
import { badArguments, type Command } from './command.ts';

/**
 * `[uri]`: what xl would make of an open document, as JSON with comments that tell where each value comes from; null
 * where the document is no guest's configuration.
 */
export const effectiveConfiguration: Command = {
  name: 'xlcfg.effectiveConfiguration',
  run: async ([uri], { configuration, documents }) => {
    if (typeof uri !== 'string')
      throw badArguments('xlcfg.effectiveConfiguration takes the URI of a document.');
    const text = documents.get(uri);
    if (text === undefined) throw badArguments(`The document is not open: ${uri}`);
    if (!documents.isGuest(text)) return null;
    const document = documents.analysis(text, await configuration.of(uri));
    return document.kind.name === 'guest' ? configurationText(document).annotated : null;
  },
};
