/** Asks the real xl 4.17 and its libraries, through the programs in native/. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type {
  AttachAnswer,
  AttachQuestion,
  ConfigAnswer,
  DiskAnswer,
  FileAnswer,
  VdevAnswer,
} from './answers.ts';
import { decode, type Encoding, encode, encodingOf } from './bytes.ts';
import { type Asker, joinAskers, startAsker } from './frames.ts';
import type { OracleFields } from './oracleFields.ts';
import { isVerdictOpen, specifiedAnswer, unspecifiedIn } from './unspecified.ts';

/** What memory holds that xl has not written, eight bytes again and again: see native/memory.c. */
const MEMORIES = {
  zeros: '\0'.repeat(8),
  /** Bytes of a MAC address, and a pointer to nowhere. */
  digits: '1 '.repeat(4),
} as const;
export type Memory = keyof typeof MEMORIES;

/** What is asked about a file, and the letter that native/server.c has for it. */
const QUESTIONS = { dryRun: 'n', create: 'd', pool: 'p', global: 'c' } as const;
export type Question = keyof typeof QUESTIONS;

export interface Oracle {
  /** `xl create -n`. */
  readonly dryRun: (files: readonly Uint8Array[]) => Promise<FileAnswer[]>;
  /** The JSON of `xl create -n` as it stands, unspecified parts included; undefined where it does not accept. */
  readonly print: (files: readonly Uint8Array[]) => Promise<(string | undefined)[]>;
  /** `xl create` up to where libxl would make the domain. Accepted: it got there. */
  readonly create: (files: readonly Uint8Array[]) => Promise<FileAnswer[]>;
  /** The answer to any of these questions with one filling of memory, what is unspecified included. */
  readonly inMemory: (
    memory: Memory,
    question: Question,
    files: readonly Uint8Array[],
  ) => Promise<FileAnswer[]>;
  /** `xl cpupool-create -n`, of CPU pools' files. What it prints is no JSON, and left out. */
  readonly pool: (files: readonly Uint8Array[]) => Promise<FileAnswer[]>;
  /** `xl create -n` of a small guest, of files in the place of xl.conf. */
  readonly global: (files: readonly Uint8Array[]) => Promise<FileAnswer[]>;
  /** The grammar of whole files alone. */
  readonly config: (files: readonly Uint8Array[]) => Promise<ConfigAnswer[]>;
  readonly disk: (specs: readonly string[]) => Promise<DiskAnswer[]>;
  readonly vdev: (names: readonly string[]) => Promise<VdevAnswer[]>;
  /** What libxl does with a disk when it makes the guest, after the file has been accepted. */
  readonly attach: (questions: readonly AttachQuestion[]) => Promise<AttachAnswer[]>;
  readonly stop: () => void;
}

const XL = '/usr/lib/xen-4.17/bin/xl';
const LIBRARY_HEADER = '/usr/include/libxlutil.h';
const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** Builds what is not built yet. Throws where Xen's packages or the compiler are missing. */
export function buildOracle(): void {
  if (!existsSync(XL) || !existsSync(LIBRARY_HEADER)) {
    throw new Error('The real xl is missing: install xen-utils-4.17 and libxen-dev (Debian 12).');
  }
  const made = spawnSync('make', ['-s', '-C', path('native')], { encoding: 'utf8' });
  if (made.status !== 0)
    throw new Error(`make in native/ failed: ${made.error?.message ?? ''}${made.stderr ?? ''}`);
}

/** Starts the programs. `stop` must be called for Node to come to its end. */
export function startOracle(): Oracle {
  const program = (name: string, mode: string): Asker => startAsker(path(`build/${name}`), [mode]);
  const preloaded = { ...process.env, LD_BIND_NOW: '1', LD_PRELOAD: path('build/preload.so') };
  const xl = joinAskers(Array.from({ length: availableParallelism() }, () => startAsker(XL, [], preloaded)));
  const config = program('utilAsk', 'config');
  const disk = program('utilAsk', 'disk');
  const vdev = program('lightAsk', 'vdev');
  const attach = program('lightAsk', 'attach');
  const run = async (
    memory: Memory,
    question: Question,
    files: readonly Uint8Array[],
  ): Promise<RunOfXl[]> => {
    const head = encode(QUESTIONS[question] + MEMORIES[memory]);
    const replies = await xl.ask(files.map((file) => Buffer.concat([head, file])));
    return replies.map((reply) => readRun(reply, question));
  };
  const inMemory: Oracle['inMemory'] = async (memory, question, files) =>
    (await run(memory, question, files)).map((answer) => answerOf(question, answer));
  const specified = async (
    question: 'dryRun' | 'create',
    files: readonly Uint8Array[],
  ): Promise<FileAnswer[]> => {
    const unspecified = files.map(unspecifiedIn);
    const open = files.filter((_, at) => isVerdictOpen(unspecified[at] ?? []));
    const answers = await inMemory('zeros', question, files);
    const others = new Map(
      (await inMemory('digits', question, open)).map((answer, at) => [open[at], answer] as const),
    );
    return answers.map((answer, at) => {
      const other = others.get(files[at]);
      return specifiedAnswer(other ? inEither(answer, other) : answer, unspecified[at] ?? []);
    });
  };
  return {
    dryRun: (files) => specified('dryRun', files),
    print: async (files) =>
      (await run('zeros', 'dryRun', files)).map(({ verdict, output }) =>
        verdict === 'accept' ? jsonIn(output) : undefined,
      ),
    create: (files) => specified('create', files),
    pool: (files) => inMemory('zeros', 'pool', files),
    global: (files) => inMemory('zeros', 'global', files),
    inMemory,
    config: async (files) =>
      (await config.ask(files)).map((reply, at) =>
        readReply<ConfigAnswer>(reply, encodingOf(files[at] ?? reply)),
      ),
    disk: async (specs) => (await disk.ask(specs.map(encode))).map(readDiskReply),
    vdev: async (names) => (await vdev.ask(names.map(encode))).map((reply) => readReply<VdevAnswer>(reply)),
    attach: async (questions) =>
      (
        await attach.ask(
          questions.map(({ spec, guestType, target }) => encode(`${guestType} ${target} ${spec}`)),
        )
      ).map((reply) => readReply<AttachAnswer>(reply)),
    stop: () => {
      for (const asker of [xl, config, disk, vdev, attach]) asker.stop();
    },
  };
}

/** The bytes of the request come back in the reply, so both are read in one way. */
const readReply = <Answer>(reply: Buffer, encoding: Encoding = encodingOf(reply)): Answer =>
  JSON.parse(decode(reply, encoding));

function readDiskReply(reply: Buffer): DiskAnswer {
  const { verdict, messages, ...fields } = readReply<Omit<DiskAnswer, 'fields'> & OracleFields>(reply);
  return { verdict, messages: messages ?? [], fields };
}

/** The statuses of native/host.c, and the signals that end a request: see native/frames.h. */
const NOT_PRETENDED = 120;
const REACHED_DOMAIN = 121;
const SIGALRM = 14;
const SIGPROF = 27;

interface RunOfXl extends Omit<FileAnswer, 'json'> {
  readonly output: string;
}

function readRun(reply: Buffer, question: Question): RunOfXl {
  const [status = -1, signal = 0, outputLength = 0] = new Int32Array(
    Uint8Array.from(reply.subarray(0, 12)).buffer,
  );
  const output = decode(reply.subarray(12, 12 + outputLength));
  const messages = decode(reply.subarray(12 + outputLength))
    .split('\n')
    .filter((line) => line !== '' && line !== 'Parsing config from guest.cfg');
  if (status === NOT_PRETENDED)
    throw new Error(`native/host.c must learn to answer this: ${messages.join(' ')}`);
  if (signal === SIGALRM) throw new Error(`xl waits for something: ${messages.join(' ')}`);
  if (signal !== 0) return { verdict: signal === SIGPROF ? 'timeout' : 'crash', messages, output };
  // libxl mixes up a sign where it refuses max_grant_version: xl then ends with 0, and there is no guest.
  const accepted = status === (question === 'create' ? REACHED_DOMAIN : 0);
  return { verdict: accepted ? 'accept' : 'reject', messages, output };
}

/** Warnings may stand before it. */
const jsonIn = (output: string): string => output.slice(output.indexOf('{'));

const answerOf = (question: Question, { output, ...answer }: RunOfXl): FileAnswer =>
  question === 'dryRun' && answer.verdict === 'accept'
    ? { ...answer, json: JSON.parse(jsonIn(output)) }
    : answer;

/** The answer of the first memory, unless the other one turns it round. */
const inEither = (one: FileAnswer, other: FileAnswer): FileAnswer =>
  (one.verdict === 'accept') === (other.verdict === 'accept') ? one : { verdict: 'open', messages: [] };
