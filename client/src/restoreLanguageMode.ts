/**
 * `.cfg` is the extension of many formats. If the server finds that a document isn't an xl config file, the document gets
 * the language mode that the editor would have chosen without this extension.
 */
import { languages, type TextDocument, workspace } from 'vscode';
import { LANGUAGE } from './language.ts';

/** Notification from the server for a document that isn't an xl config file. */
export const NOT_GUEST_CONFIG = 'xlcfg/notGuestConfig';

/** Language modes for files with `name = value` lines, in order of preference. */
const FALLBACK_LANGUAGES = ['properties', 'ini', 'plaintext'];

/**
 * Documents whose language mode was changed here. The object stays the same until the document is closed, so if one of
 * them has our language again, the user has chosen it.
 */
const restored = new WeakSet<TextDocument>();

/** Whether the setting `files.associations` gives the document our language. */
const isAssociated = (document: TextDocument): boolean => {
  const associations = workspace
    .getConfiguration('files', document)
    .get<Readonly<Record<string, string>>>('associations', {});
  return Object.entries(associations).some(
    ([glob, language]) =>
      language === LANGUAGE &&
      // In this setting, a pattern without a slash matches the file name at any depth.
      languages.match({ pattern: glob.includes('/') ? glob : `**/${glob}` }, document) > 0,
  );
};

/** Whether the document has our language by the user's choice rather than by its file extension. */
const isChosenByUser = (document: TextDocument): boolean =>
  document.isUntitled || restored.has(document) || isAssociated(document);

/**
 * Changes the language mode of an open document, unless the user chose ours or has started to edit: an incomplete xl
 * config file may not be recognized as one.
 *
 * @param uri as the server sends it
 */
export const restoreLanguageMode = async (uri: string): Promise<void> => {
  const document = workspace.textDocuments.find((open) => open.uri.toString() === uri);
  if (
    document === undefined ||
    document.languageId !== LANGUAGE ||
    document.isDirty ||
    isChosenByUser(document)
  )
    return;
  const known = await languages.getLanguages();
  const language = FALLBACK_LANGUAGES.find((id) => known.includes(id));
  if (language === undefined) return;
  restored.add(document);
  await languages.setTextDocumentLanguage(document, language);
};
