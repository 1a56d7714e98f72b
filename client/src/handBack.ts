/**
 * `.cfg` is the ending of many formats. Where the server finds that a document is none of ours, the document goes back
 * to the language that the editor would have given it.
 */
import { languages, type TextDocument, workspace } from 'vscode';
import { LANGUAGE } from './language.ts';

/** Sent by the server for a document of our language that is no configuration of a guest. */
export const NOT_GUEST_CONFIG = 'xlcfg/notGuestConfig';

/** What the editor calls files of `name = value` lines, best first. */
const OTHER_LANGUAGES = ['properties', 'ini', 'plaintext'];

/**
 * Documents that were handed back once. A document keeps its identity when its language changes and loses it when it
 * is closed: one that is ours again was made so by the user, one that is opened again was not.
 */
const handedBack = new WeakSet<TextDocument>();

/** True where the setting `files.associations` makes the document one of ours. */
const isAssociated = (document: TextDocument): boolean => {
  const associations = workspace
    .getConfiguration('files', document)
    .get<Readonly<Record<string, string>>>('associations', {});
  return Object.entries(associations).some(
    ([glob, language]) =>
      language === LANGUAGE &&
      // The setting means the name of the file, at any depth, by a pattern without a slash.
      languages.match({ pattern: glob.includes('/') ? glob : `**/${glob}` }, document) > 0,
  );
};

/** True where the user, not our claim on the ending, gave the document its language. */
const isChosen = (document: TextDocument): boolean =>
  document.isUntitled || handedBack.has(document) || isAssociated(document);

/**
 * Gives an open document of our language another one, unless the user chose ours for it or has begun to write: half a
 * configuration need not look like one.
 *
 * @param uri the document, as the server names it
 */
export const handBack = async (uri: string): Promise<void> => {
  const document = workspace.textDocuments.find((open) => open.uri.toString() === uri);
  if (document === undefined || document.languageId !== LANGUAGE || document.isDirty || isChosen(document))
    return;
  const known = await languages.getLanguages();
  const language = OTHER_LANGUAGES.find((id) => known.includes(id));
  if (language === undefined) return;
  handedBack.add(document);
  await languages.setTextDocumentLanguage(document, language);
};
