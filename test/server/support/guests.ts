/** Guests for the tests of the server, and helpers for their diagnostics. */
import type { Diagnostic } from 'vscode-languageserver-protocol';
import type { TestClient } from './client.ts';

export const URI = 'file:///etc/xen/web.cfg';
export const VALID_GUEST = 'name = "web"\ntype = "pvh"\nkernel = "/boot/vmlinuz"\nmemory = 512\n';
/** The last line is an error: xl rejects this domain type. */
export const INVALID_GUEST = 'name = "web"\nkernel = "/boot/vmlinuz"; memory = 512\ntype = "xyz"\n';
/** A file of another format. */
export const NOT_A_GUEST = '[section]\nkey: value\n';

/** The capabilities of a client that pulls diagnostics. */
export const PULL_CAPABILITIES = { textDocument: { diagnostic: {} } };

export const onlyErrors = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.filter((diagnostic) => diagnostic.severity === 1);

export const pullDiagnostics = (client: TestClient, previousResultId?: string, uri = URI) =>
  client.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });

export const countPublished = (client: TestClient): number =>
  client.received.filter((message) => message.method === 'textDocument/publishDiagnostics').length;

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A guest with comments, a list, a disk that another option refers to, and an option that is set twice. */
export const VARIED_GUEST = [
  '# one',
  '# two: see xl.cfg(5)',
  'name = "web"',
  'disk = [',
  "  '/dev/vg/web,raw,xvda,rw',",
  ']',
  'root = "/dev/xvda1"',
  'memory = 512',
  'memory = 1024',
  '',
].join('\n');

/** A range within one line. */
export const rangeInLine = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
});
