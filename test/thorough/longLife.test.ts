/**
 * Long lives: a server that has gone through thousands of edits answers as one that has only seen the last texts, and
 * needs no more memory than it did after some hundred of them.
 */
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { InitializeResult } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readFileCases } from '../conformance/cases.ts';
import { createRandom, type Random, times } from '../conformance/random.ts';
import type { ProcessClient } from '../server/support/client.ts';
import { DOCUMENT_REQUESTS } from '../server/support/documentRequests.ts';
import * as shipped from '../server/support/serverProcess.ts';

const EDITS = 10_000;
const CHECK_EVERY = 250;
const MAX_LENGTH = 3000;
const URIS = ['web1', 'web2', 'win'].map((name) => `file:///etc/xen/${name}.cfg`);

const PIECES = [
  ...['\n', '\n', '\r\n', ' ', '"', "'", '[', ']', ',', '=', '+=', '#', ';', '\\', '\0', '\ufeff'],
  ...['name = "web1"\n', 'name = "db"\n', 'memory = 2048\n', 'type = "hvm"\n', 'vcpus = 2 # två\n'],
  ...["disk = [ 'tap:aio:/srv/a.img,xvda,w',\n  '/dev/vg/b,raw,xvdb,ro' ]\n", "'phy:/dev/x,hda,w',"],
  ...['vif = [ "mac=00:16:3e:00:00:01,bridge=br0", "backend=net" ]\n', 'root = "/dev/xvda1 ro"\n'],
  ...['pci = [ "0000:03:00.0" ]\n', 'uuid = "1fc4e5b6-3c1c-4a6e-8a51-2a9f1c3c0a11"\n', '# ünïcödé 😀\n'],
  ...['memroy = 1\n', 'é', '😀', '\ud83d', 'xvda', 'backend=', 'disk += [ ]\n', 'kernel = "/boot/vmlinuz"\n'],
];

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Open {
  readonly uri: string;
  text: string;
  version: number;
  readonly undo: Change[];
}

const texts = readFileCases()
  .map(({ bytes }) => bytes.toString('utf8'))
  .filter((text) => text.length < 1500);

const documentOf = ({ uri, text }: { uri: string; text: string }): TextDocument =>
  TextDocument.create(uri, 'xlcfg', 0, text);

/** An offset that a client's position can name: none within CR LF. */
const place = (document: TextDocument, random: Random): number =>
  document.offsetAt(document.positionAt(random.below(document.getText().length + 1)));

function changeOf(open: Open, random: Random): Change {
  const undo = random.chance(0.25) ? open.undo.pop() : undefined;
  if (undo) return undo;
  if (open.text.length > MAX_LENGTH || random.chance(0.01)) {
    return { start: 0, end: open.text.length, text: random.pick(texts) };
  }
  const document = documentOf(open);
  const start = place(document, random);
  const end = random.chance(0.4)
    ? document.offsetAt(document.positionAt(Math.min(open.text.length, start + random.below(40))))
    : start;
  const text = end > start && random.chance(0.7) ? '' : random.pick(PIECES);
  return { start: Math.min(start, end), end: Math.max(start, end), text };
}

/** Makes the change in the text, and keeps what undoes it where a client could name the place. */
function apply(open: Open, { start, end, text }: Change): object {
  const before = documentOf(open);
  const contentChange = {
    range: { start: before.positionAt(start), end: before.positionAt(end) },
    text,
  };
  const removed = open.text.slice(start, end);
  open.text = open.text.slice(0, start) + text + open.text.slice(end);
  const after = documentOf(open);
  const isNameable = [start, start + text.length].every((at) => after.offsetAt(after.positionAt(at)) === at);
  if (isNameable) open.undo.push({ start, end: start + text.length, text: removed });
  else open.undo.length = 0;
  return contentChange;
}

const CAPABILITIES = {
  workspace: { configuration: true },
  textDocument: {
    diagnostic: {},
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/** The addresses of libxl's range and the random UUIDs that the server makes up anew each time. */
const MADE_UP =
  /00:16:3e:[0-7][0-9a-f](?::[0-9a-f]{2}){2}|[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** Without what a server may choose freely: the ids of results, addresses. */
const withoutIds = (answer: unknown): unknown =>
  JSON.parse(
    JSON.stringify(answer ?? null, (key, value) => {
      if (key === 'resultId') return undefined;
      return typeof value === 'string' ? value.replace(MADE_UP, 'made up') : value;
    }),
  );

async function answers(
  client: ProcessClient,
  { capabilities }: InitializeResult,
  open: readonly Open[],
  spot: number,
): Promise<unknown[]> {
  const asked = Object.entries(DOCUMENT_REQUESTS).filter(([name]) => name in capabilities);
  return Promise.all(
    open.flatMap((one) => {
      const document = documentOf(one);
      const position = document.positionAt(Math.floor(one.text.length * spot));
      const end = document.positionAt(one.text.length);
      return asked.flatMap(([, requests]) =>
        requests.map(async ({ method, params }) => {
          const answer = await client
            .requestUntyped(method, params(one.uri, position, end))
            .catch((error: unknown) => ({ error: String(error) }));
          return [method, one.uri, withoutIds(answer)];
        }),
      );
    }),
  );
}

const start = (nodeArgs: readonly string[] = []): ProcessClient =>
  shipped.startServerProcess({ capabilities: CAPABILITIES, nodeArgs });

async function heapOf(client: ProcessClient): Promise<number> {
  const sizes = (): string[] => client.stderr().match(/(?<=^heap )\d+$/gm) ?? [];
  const known = sizes().length;
  client.child.kill('SIGUSR2');
  while (sizes().length === known) await pause(10);
  return Number(sizes().at(-1));
}

test(`${EDITS} edits leave nothing behind`, async () => {
  const random = createRandom(Number(process.env.LAW_SEED));
  await using old = start([
    '--expose-gc',
    // Compiled code would count too: it grows for as long as the compiler finds something to optimise.
    '--jitless',
    '--require',
    path.join(import.meta.dirname, 'longLife/heapOnSignal.cjs'),
  ]);
  const initialized = await old.initialize();
  const open: Open[] = URIS.map((uri) => ({ uri, text: random.pick(texts), version: 1, undo: [] }));
  for (const { uri, text } of open) await old.open(uri, text);
  let early = 0;

  for (let count = 1; count <= EDITS; count++) {
    const one = random.pick(open);
    if (random.chance(0.01)) {
      await old.notify('textDocument/didClose', { textDocument: { uri: one.uri } });
      Object.assign(one, { text: random.pick(texts), version: 1, undo: [] });
      await old.open(one.uri, one.text);
    } else {
      // Each change is made before the next is chosen: they build on each other.
      const contentChanges = times(random.chance(0.1) ? 3 : 1, () => apply(one, changeOf(one, random)));
      one.version += 1;
      await old.notify('textDocument/didChange', {
        textDocument: { uri: one.uri, version: one.version },
        contentChanges,
      });
    }
    // Questions in between, whose answers nobody waits for, as an editor asks them.
    if (random.chance(0.1)) void answers(old, initialized, [one], 0.5);
    if (count % CHECK_EVERY > 0) continue;
    const spot = random.below(100) / 100;
    await using fresh = start();
    const again = await fresh.initialize();
    for (const { uri, text } of open) await fresh.open(uri, text);
    expect(await answers(old, initialized, open, spot), `after ${count} edits`).toEqual(
      await answers(fresh, again, open, spot),
    );
    if (count === EDITS / 5) early = await heapOf(old);
  }

  const late = await heapOf(old);
  expect(early).toBeGreaterThan(0);
  expect(late / early, `${early} bytes, later ${late}`).toBeLessThan(1.1);
});
