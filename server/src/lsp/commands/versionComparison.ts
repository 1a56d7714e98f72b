import { isXenVersion, versionComparison } from '@xlcfg/shared';
import { type Command, invalidArguments } from './command.ts';

/**
 * `[uri, from, to]`: what changes for an open document from one version of Xen to another, in either direction, as Markdown;
 * null if the document is not an xl config file.
 */
export const versionComparisonCommand: Command = {
  name: 'xlcfg.versionComparison',
  run: async ([uri, from, to], { settings, documents }) => {
    if (typeof uri !== 'string')
      throw invalidArguments('xlcfg.versionComparison takes the URI of a document and two versions of Xen.');
    if (typeof from !== 'string' || !isXenVersion(from) || typeof to !== 'string' || !isXenVersion(to))
      throw invalidArguments(`Not two versions of Xen: ${String(from)}, ${String(to)}`);
    const text = documents.get(uri);
    if (text === undefined) throw invalidArguments(`The document is not open: ${uri}`);
    if (!documents.isGuest(text)) return null;
    const document = documents.analyze(text, await settings.forDocument(uri));
    return document.kind.name === 'guest' ? versionComparison(document, from, to) : null;
  },
};
