/** Where the facts of an entry come from, in words. */
import { parseSources, type Source } from '../schema/source.ts';
import { code } from '../text/markdown.ts';
import { listed } from '../text/sentences.ts';

const placeText = ({ file, functions, xenVersion }: Source): string =>
  [
    functions.length > 0 ? `${listed(functions.map(code), 'and')} in ${code(file)}` : code(file),
    ...(xenVersion === undefined ? [] : [`(Xen ${xenVersion})`]),
  ].join(' ');

/** The sources of an entry, in the notation of `parseSources`, as one paragraph. Markdown. */
export const sourcesText = (source: string): string =>
  `Source: ${parseSources(source).map(placeText).join('; ')}.`;
