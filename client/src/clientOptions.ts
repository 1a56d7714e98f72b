/** The options of the language client: which documents are synchronized, and how the server's links are rewritten. */
import { type Diagnostic, type Hover, MarkdownString, Uri, workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { LANGUAGE } from './language.ts';
import { type ReferencePages, toLineLink, toLineLinks } from './referencePages.ts';

/**
 * Local and remote files, and unsaved documents. Read-only copies, such as the old side of a diff, have other schemes and
 * get syntax highlighting only.
 */
const KNOWN_SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

/** Including those of file systems from other extensions, if one of their folders is open. */
const schemes = (): readonly string[] => [
  ...new Set([...KNOWN_SCHEMES, ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]),
];

/** Makes the links on diagnostic codes lead to a section rather than to the top of the page. */
const linkDiagnostics = (diagnostics: readonly Diagnostic[], pages: ReferencePages): void => {
  for (const { code } of diagnostics) {
    if (typeof code === 'object') code.target = Uri.parse(toLineLink(code.target.toString(), pages));
  }
};

/** Makes the links in a hover lead to a section rather than to the top of the page. */
const linkHover = (hover: Hover, pages: ReferencePages): void => {
  for (const content of hover.contents) {
    if (content instanceof MarkdownString) content.value = toLineLinks(content.value, pages);
  }
};

/** @param docs the folder of the reference pages */
export const clientOptions = (docs: Uri, pages: ReferencePages): LanguageClientOptions => ({
  documentSelector: schemes().map((scheme) => ({ scheme, language: LANGUAGE })),
  initializationOptions: {
    lineEndings: true,
    suggestCommand: 'editor.action.triggerSuggest',
    docsUrl: docs.toString(),
  },
  middleware: {
    handleDiagnostics: (uri, diagnostics, next) => {
      linkDiagnostics(diagnostics, pages);
      next(uri, diagnostics);
    },
    provideDiagnostics: async (document, previous, token, next) => {
      const report = await next(document, previous, token);
      if (report?.kind === 'full') linkDiagnostics(report.items, pages);
      return report;
    },
    provideWorkspaceDiagnostics: (previous, token, report, next) =>
      next(previous, token, (chunk) => {
        for (const file of chunk?.items ?? []) {
          if (file.kind === 'full') linkDiagnostics(file.items, pages);
        }
        report(chunk);
      }),
    provideHover: async (document, position, token, next) => {
      const hover = await next(document, position, token);
      if (hover) linkHover(hover, pages);
      return hover;
    },
  },
});
