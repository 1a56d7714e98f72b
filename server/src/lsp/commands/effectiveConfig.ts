import { type EffectiveConfigText, effectiveConfigText } from '@xlcfg/shared';
import type { Session } from '../session.ts';
import { type Command, invalidArguments } from './command.ts';

/** Of an open document; undefined if it is not a guest's config file. */
const effectiveConfigOf = async (
  name: string,
  uri: unknown,
  { settings, documents }: Session,
): Promise<EffectiveConfigText | undefined> => {
  if (typeof uri !== 'string') throw invalidArguments(`${name} takes the URI of a document.`);
  const text = documents.get(uri);
  if (text === undefined) throw invalidArguments(`The document is not open: ${uri}`);
  if (!documents.isGuest(text)) return undefined;
  const document = documents.analyze(text, await settings.forDocument(uri));
  return document.kind.name === 'guest' ? effectiveConfigText(document) : undefined;
};

const EFFECTIVE_CONFIG = 'xlcfg.effectiveConfiguration';

/**
 * `[uri]`: what xl makes of an open document, as JSON with comments that name the source of each value; null if the
 * document is not an xl config file.
 */
export const effectiveConfigCommand: Command = {
  name: EFFECTIVE_CONFIG,
  run: async ([uri], session) => (await effectiveConfigOf(EFFECTIVE_CONFIG, uri, session))?.annotated ?? null,
};

const EFFECTIVE_LINES = 'xlcfg.effectiveConfigurationLines';

/**
 * `[uri]`: the lines of that text whose values come from the document, each with the ranges in the document; null if it is
 * not an xl config file.
 */
export const effectiveLinesCommand: Command = {
  name: EFFECTIVE_LINES,
  run: async ([uri], session) => (await effectiveConfigOf(EFFECTIVE_LINES, uri, session))?.lines ?? null,
};
