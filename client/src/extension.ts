/** The VS Code side: starts the bundled language server, and does what only the editor can do. */
import { commands, type Diagnostic, type ExtensionContext, type Hover, MarkdownString, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { handBack, NOT_GUEST_CONFIG } from './handBack.ts';
import { LANGUAGE } from './language.ts';
import { setLineEndings } from './lineEndings.ts';
import { lineLink, type Pages, readPages, withLineLinks } from './pages.ts';

/** Read-only copies, such as the old side of a diff, have schemes of their own and get colours only. */
const SCHEMES = ['file', 'untitled', 'vscode-vfs'];

let client: LanguageClient | undefined;

/** Lets the link of a diagnostic's code lead to the section, not just to the page. */
const linkDiagnostic = ({ code }: Diagnostic, pages: Pages): void => {
  if (typeof code === 'object') code.target = Uri.parse(lineLink(code.target.toString(), pages));
};

/** The same for the links in a hover. */
const linkHover = (hover: Hover, pages: Pages): void => {
  for (const content of hover.contents) {
    if (content instanceof MarkdownString) content.value = withLineLinks(content.value, pages);
  }
};

export const activate = async (context: ExtensionContext): Promise<void> => {
  const pages = await readPages(Uri.joinPath(context.extensionUri, 'docs'));
  const server = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
  const started = new LanguageClient(
    'xlcfg',
    'Xen xl configuration',
    { run: server, debug: server },
    {
      documentSelector: SCHEMES.map((scheme) => ({ scheme, language: LANGUAGE })),
      initializationOptions: { lineEndings: true },
      middleware: {
        handleDiagnostics: (uri, diagnostics, next) => {
          for (const diagnostic of diagnostics) linkDiagnostic(diagnostic, pages);
          next(uri, diagnostics);
        },
        provideDiagnostics: async (document, previous, token, next) => {
          const report = await next(document, previous, token);
          if (report?.kind === 'full') for (const item of report.items) linkDiagnostic(item, pages);
          return report;
        },
        provideHover: async (document, position, token, next) => {
          const hover = await next(document, position, token);
          if (hover) linkHover(hover, pages);
          return hover;
        },
      },
    },
  );
  client = started;
  context.subscriptions.push(
    commands.registerCommand('xlcfg.restartServer', () => started.restart()),
    commands.registerCommand('xlcfg.setLineEndings', setLineEndings),
    started.onNotification(NOT_GUEST_CONFIG, ({ uri }: { readonly uri: string }) => handBack(uri)),
  );
  await started.start();
};

export const deactivate = async (): Promise<void> => client?.stop();
