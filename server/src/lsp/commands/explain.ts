import { type Explanation, explain } from '@xlcfg/shared';
import type { Session } from '../session.ts';
import { type Command, invalidArguments } from './command.ts';

const markdownOf = (explanation: Explanation): string => {
  if (explanation.kind === 'known') return explanation.markdown;
  const { topic, near } = explanation;
  const suggestion = near === undefined ? '' : ` Did you mean \`${near}\`?`;
  return `xlcfg does not know \`${topic.replaceAll('`', "'")}\`.${suggestion}`;
};

const explainFor = async (uri: string, text: string, { settings, documents }: Session): Promise<string> => {
  const effective = await settings.forDocument(uri);
  const document = documents.get(uri);
  // A document that isn't open is never closed, so its settings would stay cached.
  if (document === undefined) settings.forget(uri);
  const guestType =
    document && documents.isGuest(document) ? documents.analyze(document, effective).guest.type : undefined;
  return markdownOf(explain([text], { settings: effective, guestType }));
};

/**
 * `[uri, text]`: explains the code of a rule, an option, a string, a line of a file or a message of xl, as Markdown. The
 * Xen version and the guest type are those of the document, which need not be open.
 */
export const explainCommand: Command = {
  name: 'xlcfg.explain',
  run: async ([uri, text], session) => {
    if (typeof uri !== 'string' || typeof text !== 'string')
      throw invalidArguments('xlcfg.explain takes the URI of a document and a text.');
    return explainFor(uri, text, session);
  },
};
