/** The server as an editor meets it: how it starts, and how fast it is behind a typing person. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { changeParams, type ProcessClient, startClient } from '../server/support/client.ts';
import { buildIdleServer } from './buildIdleServer.ts';
import { bytesAs, inTurn, median, quantile, type Row, type Unit } from './measure.ts';
import { cpuOf, memoryOf } from './processes.ts';
import { guestText } from './texts.ts';

const URI = 'file:///etc/xen/web1.cfg';
const ROUNDS = 7;

/** From the start of the process to the answer to `initialize`. */
const startTime = async (server: string): Promise<number> => {
  const start = performance.now();
  await using client = startClient(server);
  await client.initialize();
  return performance.now() - start;
};

/** Once a file was opened, and everything about it was said. */
const memory = async (server: string, text: string, isOurs: boolean): Promise<number> => {
  await using client = startClient(server);
  await client.initialize();
  await client.open(URI, text);
  if (isOurs) await client.nextDiagnostics(URI);
  // An answer, be it a refusal, comes after all that was asked before.
  await client
    .requestUntyped('textDocument/hover', { textDocument: { uri: URI }, position: { line: 1, character: 1 } })
    .catch(() => {});
  return bytesAs('MiB', memoryOf(client.child.pid) ?? Number.NaN);
};

/** What a server has read of itself by the time it has reported on a file. */
const LOADED = ['server.cjs', 'language.cjs'];

const loadedRow = (folder: string): Row => {
  const bytes = LOADED.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
  return {
    what: 'bundles that are loaded until then',
    value: bytesAs('kB', bytes),
    unit: 'kB',
    wanted: '400 kB or less',
  };
};

const startRows = async (server: string, idle: string): Promise<Row[]> => {
  const text = guestText(10 * 1024);
  const [own = [], nothing = []] = await inTurn([() => startTime(server), () => startTime(idle)], ROUNDS);
  const [ownMemory = [], nothingMemory = []] = await inTurn(
    [() => memory(server, text, true), () => memory(idle, text, false)],
    3,
  );
  const row = (what: string, unit: Unit, a: readonly number[], b: readonly number[]): Row => ({
    what,
    value: median(a),
    unit,
    compared: { to: 'a server without a use', value: median(b) },
    wanted: 'x1.25 or less',
  });
  return [
    row('from the start to the answer of initialize', 'ms', own, nothing),
    row('memory after a file of 10 KB was opened', 'MiB', ownMemory, nothingMemory),
  ];
};

/** Types a character and takes it away again, in the comment of the first line. */
const typing = async (client: ProcessClient, times: number): Promise<{ wall: number[]; cpu: number }> => {
  const wall: number[] = [];
  const before = cpuOf(client.child.pid) ?? Number.NaN;
  for (let version = 2; version < times + 2; version += 1) {
    const start = performance.now();
    const isTyped = version % 2 === 0;
    await client.notify(
      'textDocument/didChange',
      changeParams(URI, version, [0, 2], [0, isTyped ? 2 : 3], isTyped ? 'x' : ''),
    );
    await client.nextDiagnostics(URI);
    wall.push(performance.now() - start);
  }
  return { wall, cpu: ((cpuOf(client.child.pid) ?? Number.NaN) - before) / times };
};

const typingRows = async (server: string, size: number, name: string, wanted: string): Promise<Row[]> => {
  await using client = startClient(server);
  await client.initialize();
  await client.open(URI, guestText(size));
  await client.nextDiagnostics(URI);
  const times = size > 100_000 ? 12 : 200;
  await typing(client, Math.ceil(times / 2));
  const { wall, cpu } = await typing(client, times);
  const kept = memoryOf(client.child.pid) ?? Number.NaN;
  return [
    {
      what: `keystroke to diagnostics, ${name}: median`,
      value: median(wall),
      unit: 'ms',
    },
    { what: `keystroke to diagnostics, ${name}: p95`, value: quantile(wall, 0.95), unit: 'ms', wanted },
    { what: `processor time of a keystroke, ${name}: mean`, value: cpu, unit: 'ms' },
    { what: `memory after these keystrokes, ${name}`, value: bytesAs('MiB', kept), unit: 'MiB' },
  ];
};

/** A thousand changes at once: the server is to say something of the last one only. */
const floodRow = async (server: string): Promise<Row> => {
  await using client = startClient(server);
  await client.initialize();
  await client.open(URI, guestText(1024 * 1024));
  await client.nextDiagnostics(URI);
  const [single = Number.NaN] = (await typing(client, 1)).wall;
  const last = 1002;
  const start = performance.now();
  for (let version = 3; version <= last; version += 1) {
    void client.notify('textDocument/didChange', changeParams(URI, version, [0, 2], [0, 2], 'x'));
  }
  while ((await client.nextDiagnostics(URI)).version !== last);
  const all = performance.now() - start;
  return {
    what: 'a thousand changes at once, 1 MB',
    value: all,
    unit: 'ms',
    compared: { to: 'a single one', value: single },
    wanted: 'far below x1000',
  };
};

const REQUESTS = {
  hover: { method: 'textDocument/hover', params: { position: { line: 3, character: 2 } } },
  completion: { method: 'textDocument/completion', params: { position: { line: 22, character: 20 } } },
  'semantic tokens': { method: 'textDocument/semanticTokens/full', params: {} },
};

const requestRows = async (server: string): Promise<Row[]> => {
  await using client = startClient(server);
  await client.initialize();
  await client.open(URI, guestText(10 * 1024));
  await client.nextDiagnostics(URI);
  const rows: Row[] = [];
  for (const [name, { method, params }] of Object.entries(REQUESTS)) {
    const times: number[] = [];
    for (let run = -20; run < 200; run += 1) {
      const start = performance.now();
      await client.requestUntyped(method, { textDocument: { uri: URI }, ...params });
      if (run >= 0) times.push(performance.now() - start);
    }
    rows.push({
      what: `${name}, 10 KB: p95`,
      value: quantile(times, 0.95),
      unit: 'ms',
      wanted: '5 ms or less',
    });
  }
  return rows;
};

/** A value of each kind in the text, by what is before the cursor; a character is typed there and taken away again. */
const PLACES = { 'a name': [3, 6], 'a string': [19, 12], 'a vdev': [22, 32], 'a path': [22, 20] } as const;

/** From a keystroke to the items at it: nobody has asked for anything else about the new text. */
export const completionRows = async (server: string): Promise<Row[]> => {
  await using client = startClient(server, { capabilities: { textDocument: { diagnostic: {} } } });
  await client.initialize();
  await client.open(URI, guestText(10 * 1024));
  const rows: Row[] = [];
  let version = 2;
  for (const [name, [line, character]] of Object.entries(PLACES)) {
    const times: number[] = [];
    for (let run = -20; run < 200; run += 1) {
      const isTyped = version % 2 === 0;
      const start = performance.now();
      void client.notify(
        'textDocument/didChange',
        changeParams(
          URI,
          version,
          [line, character],
          [line, isTyped ? character : character + 1],
          isTyped ? 'e' : '',
        ),
      );
      await client.requestUntyped('textDocument/completion', {
        textDocument: { uri: URI },
        position: { line, character: isTyped ? character + 1 : character },
      });
      if (run >= 0) times.push(performance.now() - start);
      version += 1;
    }
    rows.push({
      what: `a keystroke in ${name}, then completion, 10 KB: median`,
      value: median(times),
      unit: 'ms',
    });
  }
  return rows;
};

export const serverRows = async (server: string, folder: string): Promise<Row[]> => [
  ...(await startRows(server, await buildIdleServer(folder))),
  loadedRow(folder),
  ...(await typingRows(server, 10 * 1024, '10 KB', '5 ms or less, 3 ms of the processor')),
  ...(await typingRows(server, 1024 * 1024, '1 MB', '60 ms or less')),
  await floodRow(server),
  ...(await requestRows(server)),
  ...(await completionRows(server)),
];
