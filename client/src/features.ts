/** The features of the extension, in Node and in a browser. */
import { commands, type ExtensionContext, Uri, window } from 'vscode';
import { clientOptions } from './clientOptions.ts';
import { openDocumentation } from './documentation.ts';
import { provideEffectiveConfig, showEffectiveConfig } from './effectiveConfig.ts';
import { syncEffectiveConfig } from './effectiveConfigSync.ts';
import { OPEN_DOCUMENTATION, PRODUCT } from './language.ts';
import { type CreateClient, createLanguageServer, type LanguageServer } from './languageServer.ts';
import { setLineEndings } from './lineEndings.ts';
import { newGuest } from './newGuest.ts';
import { SELECT_ARCHITECTURE, SELECT_XEN_VERSION, selectPlatform } from './platformSettings.ts';
import { createStatusItem, RESTART_SERVER } from './statusItem.ts';
import { COMPARE_XEN_VERSIONS, compareXenVersions, provideVersionComparison } from './versionComparison.ts';
import { observeActiveGuest } from './walkthrough.ts';

/** Registers all features and starts the server. Doesn't wait for the server, so that they work even if it fails. */
export const activateFeatures = (context: ExtensionContext, create: CreateClient): LanguageServer => {
  const docs = Uri.joinPath(context.extensionUri, 'docs');
  const output = window.createOutputChannel(PRODUCT, { log: true });
  const server = createLanguageServer(create, clientOptions(docs.toString()), output);
  const manifest: unknown = context.extension.packageJSON;
  context.subscriptions.push(
    output,
    commands.registerCommand(COMPARE_XEN_VERSIONS, () => compareXenVersions(manifest)),
    commands.registerCommand(RESTART_SERVER, server.restart),
    commands.registerCommand('xlcfg.newGuest', () => newGuest(server)),
    commands.registerCommand(SELECT_XEN_VERSION, () => selectPlatform('xenVersion', server, manifest)),
    commands.registerCommand(SELECT_ARCHITECTURE, () => selectPlatform('architecture', server, manifest)),
    commands.registerCommand(OPEN_DOCUMENTATION, openDocumentation),
    commands.registerCommand('xlcfg.setLineEndings', setLineEndings),
    commands.registerCommand('xlcfg.showEffectiveConfiguration', showEffectiveConfig),
    provideEffectiveConfig(server),
    syncEffectiveConfig(server),
    provideVersionComparison(server),
    createStatusItem(server),
    observeActiveGuest(),
  );
  void server.restart();
  return server;
};
