import { configurationText } from '@xlcfg/shared';
import { type Command, invalidArguments } from './command.ts';

/**
 * `[uri]`: what xl would make of an open document, as JSON with comments that tell where each value comes from; null
 * where the document is no guest's configuration.
 */
export const effectiveConfig: Command = {
  name: 'xlcfg.effectiveConfiguration',
  run: async ([uri], { settings: configuration, documents }) => {
    if (typeof uri !== 'string')
      throw invalidArguments('xlcfg.effectiveConfiguration takes the URI of a document.');
    const text = documents.get(uri);
    if (text === undefined) throw invalidArguments(`The document is not open: ${uri}`);
    if (!documents.isGuest(text)) return null;
    const document = documents.analyze(text, await configuration.forDocument(uri));
    return document.kind.name === 'guest' ? configurationText(document).annotated : null;
  },
};
