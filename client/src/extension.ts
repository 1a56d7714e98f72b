/** The extension in Node: runs the bundled language server as a process. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateFeatures } from './features.ts';
import { PRODUCT } from './language.ts';
import type { LanguageServer } from './languageServer.ts';

/** Suppresses the library's own message about a failed start, which no option does. Ours is the only one. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown, show?: boolean | 'force'): void {
    super.error(message, data, show === 'force' ? false : show);
  }
}

let server: LanguageServer | undefined;

export const activate = (context: ExtensionContext): void => {
  const run = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
  server = activateFeatures(
    context,
    (options) => new QuietClient('xlcfg', PRODUCT, { run, debug: run }, options),
  );
};

export const deactivate = async (): Promise<void> => server?.stop();
