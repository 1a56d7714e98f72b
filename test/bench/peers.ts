/** The server beside servers for other formats, each with a file of its format that says the same, and a schema of it. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { changeParams, type ProcessClient, startClient } from '../server/support/client.ts';
import { buildIdleServer } from './buildIdleServer.ts';
import { bytesAs, inTurn, median, type Row, type Unit } from './measure.ts';
import { cpuOf, memoryOf } from './processes.ts';
import { guestText } from './texts.ts';

const FOLDER = path.join(import.meta.dirname, 'peers');
const NO_DELAY = path.join(FOLDER, 'noDelay.cjs');

/** Installs the other servers beside this file, unless they are. */
export function installPeers(): void {
  spawnSync('npm', ['install', '--no-package-lock', '--no-fund', '--no-audit'], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

interface Peer {
  readonly name: string;
  readonly program: string;
  readonly languageId: string;
  readonly file: string;
  /** It publishes diagnostics more than once for one version, so that nobody knows which are the last. */
  readonly publishesTwice?: true;
  /** A file of about that size. */
  readonly text: (size: number) => string;
  /** The answer to `workspace/configuration`, and what `workspace/didChangeConfiguration` says. */
  readonly settings: (schema: string) => Readonly<Record<string, unknown>>;
}

const disks = (text: string): string[] => [...text.matchAll(/^ {2}'([^']*)'/gm)].map(([, disk = '']) => disk);

const asObject = (size: number) => ({
  name: 'web1',
  type: 'hvm',
  memory: 2048,
  vcpus: 4,
  on_crash: 'restart',
  vif: ['mac=00:16:3e:00:00:01,bridge=xenbr0'],
  disk: disks(guestText(size)),
});

const SCHEMA = {
  type: 'object',
  required: ['name', 'memory'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', minLength: 1 },
    type: { enum: ['hvm', 'pv', 'pvh'] },
    memory: { type: 'integer', minimum: 1 },
    vcpus: { type: 'integer', minimum: 1 },
    on_crash: { enum: ['destroy', 'restart', 'preserve'] },
    vif: { type: 'array', items: { type: 'string', pattern: '^[a-z]+=[^,]*(,[a-z]+=[^,]*)*$' } },
    disk: { type: 'array', items: { type: 'string', pattern: '^[^,]*,[a-z0-9]*,[a-z]+,(r|rw)$' } },
  },
};

const OURS = (program: string): Peer => ({
  name: 'xlcfg',
  program,
  languageId: 'xlcfg',
  file: 'web1.cfg',
  text: guestText,
  settings: () => ({}),
});

const IDLE = (program: string): Peer => ({ ...OURS(program), name: 'a server without a use' });

const JSON_SERVER: Peer = {
  name: 'the JSON server',
  program: path.join(FOLDER, 'node_modules/vscode-json-languageserver/bin/vscode-json-languageserver'),
  languageId: 'json',
  file: 'web1.json',
  text: (size) => JSON.stringify(asObject(size), undefined, 2),
  settings: (schema) => ({
    json: { validate: { enable: true }, schemas: [{ url: schema, fileMatch: ['*.json'], schema: SCHEMA }] },
  }),
};

const YAML_SERVER: Peer = {
  name: 'the YAML server',
  publishesTwice: true,
  program: path.join(FOLDER, 'node_modules/yaml-language-server/bin/yaml-language-server'),
  languageId: 'yaml',
  file: 'web1.yaml',
  text: (size) =>
    Object.entries(asObject(size))
      .map(([key, value]) =>
        Array.isArray(value)
          ? `${key}:\n${value.map((item) => `  - "${item}"\n`).join('')}`
          : `${key}: ${JSON.stringify(value)}\n`,
      )
      .join(''),
  settings: (schema) => ({
    yaml: { validate: true, schemas: { [schema]: '*.yaml' }, schemaStore: { enable: false } },
  }),
};

/** A server with one open file. */
interface Running extends AsyncDisposable {
  readonly client: ProcessClient;
  /** From the start of the process, in milliseconds. */
  readonly initialized: number;
  readonly diagnosed: number;
  /** Types a character into a string in the middle, or takes it away again. @returns milliseconds until the diagnostics */
  readonly type: () => Promise<number>;
}

async function open(peer: Peer, size: number, folder: string): Promise<Running> {
  const schema = pathToFileURL(path.join(folder, 'schema.json')).href;
  const settings = peer.settings(schema);
  const uri = pathToFileURL(path.join(folder, peer.file)).href;
  const text = peer.text(size);
  const start = performance.now();
  const client = startClient(peer.program, {
    nodeArgs: ['--require', NO_DELAY],
    answerConfiguration: ({ section = '' }) => settings[section],
  });
  await client.initialize();
  const initialized = performance.now() - start;
  if (Object.keys(settings).length > 0) await client.notify('workspace/didChangeConfiguration', { settings });
  await client.open(uri, text, peer.languageId);
  await client.nextDiagnostics(uri);
  const diagnosed = performance.now() - start;

  const at = text.indexOf('web1-data', text.length / 2);
  const line = text.slice(0, at).split('\n').length - 1;
  const character = at - text.lastIndexOf('\n', at) - 1;
  let version = 1;
  return {
    client,
    initialized,
    diagnosed,
    type: async () => {
      version += 1;
      const isTyped = version % 2 === 0;
      const end = isTyped ? character : character + 1;
      const before = performance.now();
      await client.notify(
        'textDocument/didChange',
        changeParams(uri, version, [line, character], [line, end], isTyped ? 'x' : ''),
      );
      await client.nextDiagnostics(uri);
      return performance.now() - before;
    },
    [Symbol.asyncDispose]: () => client[Symbol.asyncDispose](),
  };
}

const cpu = ({ client }: Running): number => cpuOf(client.child.pid) ?? Number.NaN;
const memory = ({ client }: Running): number => bytesAs('MiB', memoryOf(client.child.pid) ?? Number.NaN);

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Typed {
  readonly first: number;
  readonly later: number;
  readonly cpu: number;
  readonly memory: number;
}

const FIRST = 10;

/** What typing costs each of the servers. They take turns at each keystroke: what slows one down slows down the others. */
async function typeInTurn(
  servers: readonly Peer[],
  size: number,
  times: number,
  folder: string,
): Promise<Typed[]> {
  const running: Running[] = [];
  try {
    for (const peer of servers) running.push(await open(peer, size, folder));
    return await measureTyping(running, times);
  } finally {
    for (const one of running) await one[Symbol.asyncDispose]();
  }
}

async function measureTyping(running: readonly Running[], times: number): Promise<Typed[]> {
  // Whoever has opened a file looks at it first.
  await pause(1000);
  const all = running.map((): number[] => []);
  const type = async (rounds: number): Promise<void> => {
    for (let round = 0; round < rounds; round += 1)
      for (const [at, one] of running.entries()) all[at]?.push(await one.type());
  };
  await type(FIRST);
  await type(Math.ceil(times / 2));
  const before = running.map(cpu);
  await type(times);
  return running.map((one, at) => ({
    first: median(all[at]?.slice(0, FIRST) ?? []),
    later: median(all[at]?.slice(-times) ?? []),
    cpu: (cpu(one) - (before[at] ?? 0)) / times,
    memory: memory(one),
  }));
}

const SIZES = [
  { size: 10 * 1024, name: '10 KB', times: 200, wanted: 0.5 },
  { size: 100 * 1024, name: '100 KB', times: 60, wanted: 1 / 3 },
  { size: 1024 * 1024, name: '1 MB', times: 20, wanted: 1 / 3 },
] as const;

const wish = (ratio: number): string => `x${ratio.toFixed(2)} or less`;

async function typingRows(own: Peer, idle: Peer, folder: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { size, name, times, wanted } of SIZES) {
    const others = size > 100 * 1024 ? [JSON_SERVER] : [JSON_SERVER, YAML_SERVER];
    const [ours, nothing, ...theirs] = await typeInTurn([own, idle, ...others], size, times, folder);
    if (!ours || !nothing) return rows;
    const row = (what: string, unit: Unit, value: number, to: string, other: number, ratio: number): Row => ({
      what: `${what}, ${name}`,
      value,
      unit,
      compared: { to, value: other },
      wanted: wish(ratio),
    });
    for (const [at, typed] of theirs.entries()) {
      const to = others[at] ?? idle;
      if (!to.publishesTwice)
        rows.push(row('keystroke to diagnostics', 'ms', ours.later, to.name, typed.later, wanted));
      rows.push(row('processor time of a keystroke', 'ms', ours.cpu, to.name, typed.cpu, wanted));
    }
    rows.push(row('the first ten keystrokes', 'ms', ours.first, 'later ones', ours.later, 2));
    rows.push(
      row('memory after typing', 'MiB', ours.memory, idle.name, nothing.memory, size > 10_240 ? 3.4 : 1.5),
    );
  }
  return rows;
}

const ROUNDS = 9;

async function startRows(servers: readonly [Peer, ...Peer[]], folder: string): Promise<Row[]> {
  const starts = await inTurn(
    servers.map((peer) => async () => {
      await using running = await open(peer, 10 * 1024, folder);
      return { initialized: running.initialized, diagnosed: running.diagnosed };
    }),
    ROUNDS,
  );
  const rows: Row[] = [];
  for (const [what, key, wanted] of [
    ['start to the answer of initialize', 'initialized', 1.25],
    ['start to the first diagnostics, 10 KB', 'diagnosed', 1.6],
  ] as const) {
    const [own = Number.NaN, ...others] = starts.map((one) => median(one.map((start) => start[key])));
    for (const [at, other] of others.entries()) {
      const to = servers[at + 1]?.name ?? '';
      rows.push({
        what,
        value: own,
        unit: 'ms',
        compared: { to, value: other },
        ...(at === 0 && { wanted: wish(wanted) }),
      });
    }
  }
  return rows;
}

/** @param folder where files may be written */
export async function peers(server: string, folder: string): Promise<Row[]> {
  writeFileSync(path.join(folder, 'schema.json'), JSON.stringify(SCHEMA));
  const own = OURS(server);
  const idle = IDLE(await buildIdleServer(folder));
  return [
    ...(await startRows([own, idle, JSON_SERVER, YAML_SERVER], folder)),
    ...(await typingRows(own, idle, folder)),
  ];
}
