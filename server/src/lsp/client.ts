/** What the client can do, as far as it changes what the server does. Pure. */
import type { InitializeParams } from 'vscode-languageserver';

export interface ClientFeatures {
  /** Answers `workspace/configuration`. */
  readonly configuration: boolean;
  /** Wants to be asked before it reports changes of the configuration. */
  readonly registersConfiguration: boolean;
  /** Asks for diagnostics itself; nothing is pushed to it then. */
  readonly pullsDiagnostics: boolean;
  /** Can be told to ask again. */
  readonly refreshesDiagnostics: boolean;
  /** Has the command `xlcfg.setLineEndings`. */
  readonly setsLineEndings: boolean;
  /** Knows the tab stops of snippets. */
  readonly snippets: boolean;
  /** Shows Markdown in hovers; else plain text is wanted. */
  readonly markdownHover: boolean;
  /** The same for the documentation of completion items. */
  readonly markdownDocumentation: boolean;
  /** The settings it came with, unread. */
  readonly initialSettings: unknown;
}

const option = (options: unknown, name: string): unknown =>
  typeof options === 'object' && options !== null ? Reflect.get(options, name) : undefined;

/** Reads the parameters of `initialize`; a capability that is not given is taken as absent. */
export const clientFeatures = ({ capabilities, initializationOptions }: InitializeParams): ClientFeatures => {
  const { workspace, textDocument } = capabilities ?? {};
  return {
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    setsLineEndings: option(initializationOptions, 'lineEndings') === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') ?? true,
    markdownDocumentation:
      textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') ?? true,
    initialSettings: option(initializationOptions, 'settings'),
  };
};
