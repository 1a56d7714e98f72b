/** What the client of the language server is told: which documents are ours, and what becomes of its answers. */
import { type Diagnostic, type Hover, MarkdownString, Uri, workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { LANGUAGE } from './language.ts';
import { lineLink, type Pages, withLineLinks } from './pages.ts';

/**
 * Files wherever they are, and texts that will be some. Read-only copies, such as the old side of a diff, have schemes
 * of their own and get colours only.
 */
const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

/** Other extensions bring schemes for files elsewhere, which are told by the folders that are open. */
const schemes = (): readonly string[] => [
  ...new Set([...SCHEMES, ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]),
];

/** Lets the links of the diagnostics' codes lead to the sections, not just to the page. */
const linkDiagnostics = (diagnostics: readonly Diagnostic[], pages: Pages): void => {
  for (const { code } of diagnostics) {
    if (typeof code === 'object') code.target = Uri.parse(lineLink(code.target.toString(), pages));
  }
};

/** The same for the links in a hover. */
const linkHover = (hover: Hover, pages: Pages): void => {
  for (const content of hover.contents) {
    if (content instanceof MarkdownString) content.value = withLineLinks(content.value, pages);
  }
};

/**
 * The options for a client whose links lead into these pages.
 *
 * @param docs the folder of the pages
 */
export const clientOptions = (docs: Uri, pages: Pages): LanguageClientOptions => ({
  documentSelector: schemes().map((scheme) => ({ scheme, language: LANGUAGE })),
  initializationOptions: { lineEndings: true, docsUrl: docs.toString() },
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
    provideWorkspaceDiagnostics: (previous, token, tell, next) =>
      next(previous, token, (chunk) => {
        for (const report of chunk?.items ?? []) {
          if (report.kind === 'full') linkDiagnostics(report.items, pages);
        }
        tell(chunk);
      }),
    provideHover: async (document, position, token, next) => {
      const hover = await next(document, position, token);
      if (hover) linkHover(hover, pages);
      return hover;
    },
  },
});
