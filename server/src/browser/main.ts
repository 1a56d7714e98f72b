/** The language server as a web worker. */
import { createConnection } from 'vscode-languageserver';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createProtocolConnection,
} from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { serve } from '../lsp/connection.ts';
import { withoutInvalidMessages } from '../lsp/invalidMessages.ts';
import { WEB_DOCS_URL } from '../webDocsUrl.ts';
import { clientFiles } from './clientFiles.ts';

/** Only what is used here: the DOM's types would be global, and make code for Node compile that needs a browser. */
declare const self: { readonly close: () => void };
declare const crypto: { readonly getRandomValues: (bytes: Uint8Array) => Uint8Array };

const writer = new BrowserMessageWriter(self);
const reader = withoutInvalidMessages(new BrowserMessageReader(self), writer);

const connection = createConnection((logger) => createProtocolConnection(reader, writer, logger), {
  shutdownReceived: false,
  initialize: () => {},
  exit: () => self.close(),
});
serve(connection, {
  version,
  docsUrl: WEB_DOCS_URL,
  files: clientFiles(connection),
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
});
