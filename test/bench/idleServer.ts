/** A language server that does nothing: the transport and the documents of ours, and no language. It finds no problems. */
import { createConnection, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(
  (logger) =>
    createProtocolConnection(
      new StreamMessageReader(process.stdin),
      new StreamMessageWriter(process.stdout),
      logger,
    ),
  { shutdownReceived: false, initialize: () => {}, exit: (code) => process.exit(code) },
);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
documents.onDidChangeContent(
  ({ document: { uri, version } }) => void connection.sendDiagnostics({ uri, version, diagnostics: [] }),
);
documents.listen(connection);
connection.listen();
