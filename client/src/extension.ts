/** The extension where there is Node: starts the bundled language server in a process of its own. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateFeatures } from './features.ts';
import { PRODUCT } from './language.ts';
import type { Server } from './server.ts';

/** The library shows failures to start by itself, whatever its options. The person is told once, by us. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown, show?: boolean | 'force'): void {
    super.error(message, data, show === 'force' ? false : show);
  }
}

let server: Server | undefined;

export const activate = async (context: ExtensionContext): Promise<void> => {
  const run = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
  server = await activateFeatures(
    context,
    (options) => new QuietClient('xlcfg', PRODUCT, { run, debug: run }, options),
  );
};

export const deactivate = async (): Promise<void> => server?.stop();
