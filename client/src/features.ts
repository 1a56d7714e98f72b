/** The features of the extension, in Node and in a browser. */
import { commands, type ExtensionContext, Uri, window } from 'vscode';
import { clientOptions } from './clientOptions.ts';
import { provideEffectiveConfig, showEffectiveConfig } from './effectiveConfig.ts';
import { PRODUCT } from './language.ts';
import { type CreateClient, createLanguageServer, type LanguageServer } from './languageServer.ts';
import { setLineEndings } from './lineEndings.ts';
import { newGuest } from './newGuest.ts';
import { readReferencePages } from './referencePages.ts';
import { createStatusItem, RESTART_SERVER } from './statusItem.ts';
import { COMPARE_XEN_VERSIONS, compareXenVersions, provideVersionComparison } from './versionComparison.ts';
import { SELECT_XEN_VERSION, selectXenVersion } from './xenVersion.ts';

/** Registers all features and starts the server. Doesn't wait for the server, so that they work even if it fails. */
export const activateFeatures = async (
  context: ExtensionContext,
  create: CreateClient,
): Promise<LanguageServer> => {
  const docs = Uri.joinPath(context.extensionUri, 'docs');
  const pages = await readReferencePages(docs);
  const output = window.createOutputChannel(PRODUCT, { log: true });
  const server = createLanguageServer(create, clientOptions(docs, pages), output);
  const manifest: unknown = context.extension.packageJSON;
  context.subscriptions.push(
    output,
    commands.registerCommand(COMPARE_XEN_VERSIONS, () => compareXenVersions(manifest)),
    commands.registerCommand(RESTART_SERVER, server.restart),
    commands.registerCommand('xlcfg.newGuest', () => newGuest(server)),
    commands.registerCommand(SELECT_XEN_VERSION, () => selectXenVersion(manifest)),
    commands.registerCommand('xlcfg.setLineEndings', setLineEndings),
    commands.registerCommand('xlcfg.showEffectiveConfiguration', showEffectiveConfig),
    provideEffectiveConfig(server),
    provideVersionComparison(server),
    createStatusItem(server),
  );
  void server.restart();
  return server;
};
