/**
 * What changes for a document from one version of Xen to another, as a virtual document to its side. The server compares;
 * this asks for the two versions.
 */
import { type Disposable, languages, Uri, ViewColumn, window, workspace } from 'vscode';
import { provideGenerated } from './generatedDocuments.ts';
import { LANGUAGE } from './language.ts';
import type { LanguageServer } from './languageServer.ts';
import { choicesOf } from './platformChoices.ts';
import { xenVersionFor } from './platformSettings.ts';

export const VERSION_COMPARISON_SCHEME = 'xlcfg-versions';
export const COMPARE_XEN_VERSIONS = 'xlcfg.compareXenVersions';

const MARKDOWN = 'markdown';

/** The URI of the virtual document. Its query is both versions and the source, with spaces between. */
export const versionComparisonUri = (source: Uri, from: string, to: string): Uri =>
  Uri.from({
    scheme: VERSION_COMPARISON_SCHEME,
    path: `${source.path} (Xen ${from} to ${to}).md`,
    query: [from, to, source.toString()].join(' '),
  });

const partsOf = ({ query }: Uri): readonly string[] => query.split(' ');

/** Provides the contents of the virtual documents. */
export const provideVersionComparison = (server: LanguageServer): Disposable =>
  provideGenerated(server, {
    scheme: VERSION_COMPARISON_SCHEME,
    sourceOf: (virtual) => Uri.parse(partsOf(virtual)[2] ?? '', true),
    generate: (virtual, source) => {
      const [from, to] = partsOf(virtual);
      return server.executeCommand('xlcfg.versionComparison', [source.toString(), from, to]);
    },
    notice: (sentence) => `${sentence}\n`,
  });

const pickVersion = async (
  versions: readonly string[],
  placeHolder: string,
  description: (version: string) => string,
): Promise<string | undefined> => {
  const items = versions.map((label) => ({ label, description: description(label) }));
  return (await window.showQuickPick(items, { title: 'Compare Xen Versions', placeHolder }))?.label;
};

/**
 * Asks for two versions, and opens the comparison to the side of the active document.
 *
 * @param manifest of the extension, which lists the versions
 */
export const compareXenVersions = async (manifest: unknown): Promise<void> => {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== LANGUAGE) return;
  const versions = choicesOf(manifest, 'xenVersion');
  const current = xenVersionFor(document.uri);
  const from = await pickVersion(versions, 'The version that the host runs now', (version) =>
    version === current ? 'in use' : '',
  );
  if (from === undefined) return;
  const others = versions.filter((version) => version !== from);
  const to = await pickVersion(others, 'The version that it gets', () => '');
  if (to === undefined) return;
  const virtual = await workspace.openTextDocument(versionComparisonUri(document.uri, from, to));
  const markdown =
    virtual.languageId === MARKDOWN ? virtual : await languages.setTextDocumentLanguage(virtual, MARKDOWN);
  await window.showTextDocument(markdown, { viewColumn: ViewColumn.Beside, preserveFocus: true });
};
