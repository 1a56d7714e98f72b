/** The guests that the tests of the server open. */
import type { Diagnostic } from 'vscode-languageserver-protocol';
import type { TestClient } from './client.ts';

export const URI = 'file:///etc/xen/web.cfg';
export const GOOD = 'name = "web"\ntype = "pvh"\nkernel = "/boot/vmlinuz"\nmemory = 512\n';
/** The last line is an error: xl knows no such domain type. */
export const BAD = 'name = "web"\nkernel = "/boot/vmlinuz"\ntype = "xyz"\n';
/** A file of another kind. */
export const OTHER = '[section]\nkey: value\n';

/** A client that pulls diagnostics. */
export const PULL = { textDocument: { diagnostic: {} } };

export const errors = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.filter((diagnostic) => diagnostic.severity === 1);

export const pull = (client: TestClient, previousResultId?: string, uri = URI) =>
  client.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });

export const publications = (client: TestClient): number =>
  client.received.filter((message) => message.method === 'textDocument/publishDiagnostics').length;

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
