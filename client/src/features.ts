/** All of the extension but what starts the server: the same on a machine with Node and in a browser. */
import { commands, type ExtensionContext, Uri, window } from 'vscode';
import { clientOptions } from './clientOptions.ts';
import { provideEffective, showEffective } from './effective.ts';
import { PRODUCT } from './language.ts';
import { setLineEndings } from './lineEndings.ts';
import { newGuest } from './newGuest.ts';
import { readPages } from './pages.ts';
import { type CreateClient, createServer, type Server } from './server.ts';
import { RESTART_SERVER, showStatus } from './status.ts';
import { SELECT_XEN_VERSION, selectXenVersion } from './xenVersion.ts';

/** Registers everything and begins to start the server. Does not wait for it, so that its failure keeps nothing off. */
export const activateFeatures = async (context: ExtensionContext, create: CreateClient): Promise<Server> => {
  const docs = Uri.joinPath(context.extensionUri, 'docs');
  const pages = await readPages(docs);
  const output = window.createOutputChannel(PRODUCT, { log: true });
  const server = createServer(create, clientOptions(docs, pages), output);
  const manifest: unknown = context.extension.packageJSON;
  context.subscriptions.push(
    output,
    commands.registerCommand(RESTART_SERVER, server.restart),
    commands.registerCommand('xlcfg.newGuest', () => newGuest(server)),
    commands.registerCommand(SELECT_XEN_VERSION, () => selectXenVersion(manifest)),
    commands.registerCommand('xlcfg.setLineEndings', setLineEndings),
    commands.registerCommand('xlcfg.showEffectiveConfiguration', showEffective),
    provideEffective(server),
    showStatus(server),
  );
  void server.restart();
  return server;
};
