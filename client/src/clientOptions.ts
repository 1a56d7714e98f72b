/** The options of the language client: which documents are synchronized, and what becomes of the server's answers. */
import { type Diagnostic, type Hover, MarkdownString, Uri, workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { LANGUAGE, OPEN_DOCUMENTATION } from './language.ts';
import { CHANGES_PROJECT_CONFIG, saveProjectConfig } from './projectConfig.ts';
import { toPageLink, toPageLinks } from './referencePages.ts';

/**
 * Local and remote files, and unsaved documents. Read-only copies, such as the old side of a diff, have other schemes and
 * get syntax highlighting only.
 */
const KNOWN_SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

/** Including those of file systems from other extensions, if one of their folders is open. */
const schemes = (): readonly string[] => [
  ...new Set([...KNOWN_SCHEMES, ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]),
];

const linkDiagnostics = (diagnostics: readonly Diagnostic[], docs: string): void => {
  for (const { code } of diagnostics) {
    if (typeof code === 'object') code.target = Uri.parse(toPageLink(code.target.toString(), docs));
  }
};

const linkHover = (hover: Hover, docs: string): void => {
  for (const content of hover.contents) {
    if (!(content instanceof MarkdownString)) continue;
    content.value = toPageLinks(content.value, docs);
    content.isTrusted = { enabledCommands: [OPEN_DOCUMENTATION] };
  }
};

/** @param docs the URL of the folder with the reference pages, without a trailing slash */
export const clientOptions = (docs: string): LanguageClientOptions => ({
  documentSelector: schemes().map((scheme) => ({ scheme, language: LANGUAGE })),
  initializationOptions: {
    lineEndings: true,
    notGuestConfig: true,
    picks: true,
    suggestCommand: 'editor.action.triggerSuggest',
    documentationCommand: OPEN_DOCUMENTATION,
    docsUrl: docs,
  },
  middleware: {
    executeCommand: async (command, args, next) => {
      const result: unknown = await next(command, args);
      if (CHANGES_PROJECT_CONFIG.includes(command)) await saveProjectConfig(result);
      return result;
    },
    handleDiagnostics: (uri, diagnostics, next) => {
      linkDiagnostics(diagnostics, docs);
      next(uri, diagnostics);
    },
    provideDiagnostics: async (document, previous, token, next) => {
      const report = await next(document, previous, token);
      if (report?.kind === 'full') linkDiagnostics(report.items, docs);
      return report;
    },
    provideWorkspaceDiagnostics: (previous, token, report, next) =>
      next(previous, token, (chunk) => {
        for (const file of chunk?.items ?? []) {
          if (file.kind === 'full') linkDiagnostics(file.items, docs);
        }
        report(chunk);
      }),
    provideHover: async (document, position, token, next) => {
      const hover = await next(document, position, token);
      if (hover) linkHover(hover, docs);
      return hover;
    },
  },
});
