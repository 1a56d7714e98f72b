/** The language server as a web worker: its messages are those of the protocol. */
import { createConnection } from 'vscode-languageserver';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createProtocolConnection,
} from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { serve } from '../lsp/connection.ts';
import { clientFiles } from './clientFiles.ts';

/** The worker itself, as far as it is used here: with all types of the web every file would seem to run there. */
declare const self: { readonly close: () => void };

const connection = createConnection(
  (logger) =>
    createProtocolConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), logger),
  { shutdownReceived: false, initialize: () => {}, exit: () => self.close() },
);
serve(connection, { version, files: clientFiles(connection) });
