/** Asks the real xl of a release and its libraries, through the programs in native/. */

import { availableParallelism } from 'node:os';
import type {
  AttachAnswer,
  AttachQuestion,
  ConfigAnswer,
  DiskAnswer,
  FileAnswer,
  VdevAnswer,
  Verdict,
} from './answers.ts';
import { decode, type Encoding, encode, encodingOf } from './bytes.ts';
import { joinAskers, startAsker } from './frames.ts';
import type { OracleFields } from './oracleFields.ts';
import { commandOf, commandOfXl } from './programs.ts';
import type { Release } from './releases.ts';
import { isVerdictOpen, specifiedAnswer, unspecifiedIn } from './unspecified.ts';

/** What memory holds that xl has not written, eight bytes again and again: see native/memory.c. */
const MEMORIES = {
  zeros: '\0'.repeat(8),
  /** Bytes of a MAC address, and a pointer to nowhere. */
  digits: '1 '.repeat(4),
} as const;
export type Memory = keyof typeof MEMORIES;

/** What is asked about a file, and the letter that native/server.c has for it. */
const QUESTIONS = { dryRun: 'n', create: 'b', createOnFiles: 'r', pool: 'p', global: 'c' } as const;
export type Question = keyof typeof QUESTIONS;

export interface Oracle {
  /** `xl create -n`. */
  readonly dryRun: (files: readonly Uint8Array[]) => Promise<FileAnswer[]>;
  /** The JSON of `xl create -n` as it stands, unspecified parts included; undefined where it does not accept. */
  readonly print: (files: readonly Uint8Array[]) => Promise<(string | undefined)[]>;
  /** The configuration with the defaults that libxl fills in; undefined where xl or libxl rejects it by then. */
  readonly fillIn: (files: readonly Uint8Array[]) => Promise<unknown[]>;
  /**
   * `xl create`, all stages. Accepted: it gets through if the targets of all disks are block devices, or if all are
   * regular files, whichever it wants.
   */
  readonly create: (files: readonly Uint8Array[]) => Promise<FileAnswer[]>;
  /** The answer to any of these questions with one filling of memory, what is unspecified included. */
  readonly inMemory: (
    memory: Memory,
    question: Question,
    files: readonly Uint8Array[],
  ) => Promise<FileAnswer[]>;
  /** `xl cpupool-create -n`, of CPU pools' files. What it prints is not JSON, and is left out. */
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

/** Starts the programs. `stop` must be called for Node to come to its end. */
export function startOracle(release: Release): Oracle {
  const xl = joinAskers(
    Array.from({ length: availableParallelism() }, () => startAsker(commandOfXl(release))),
  );
  const config = startAsker(commandOf(release, 'utilAsk', 'config'));
  const disk = startAsker(commandOf(release, 'utilAsk', 'disk'));
  const vdev = startAsker(commandOf(release, 'lightAsk', 'vdev'));
  const attach = startAsker(commandOf(release, 'lightAsk', 'attach'));
  const defaults = startAsker(commandOf(release, 'defaultsAsk'));
  const run = async (
    memory: Memory,
    question: Question,
    files: readonly Uint8Array[],
  ): Promise<RunOfXl[]> => {
    const head = encode(QUESTIONS[question] + MEMORIES[memory]);
    const replies = await xl.ask(files.map((file) => Buffer.concat([head, file])));
    return replies.map((reply, at) => readRun(reply, question, files[at] ?? encode('')));
  };
  const one: Oracle['inMemory'] = async (memory, question, files) =>
    (await run(memory, question, files)).map(({ output: _, ...answer }) => answer);
  const inMemory: Oracle['inMemory'] = async (memory, question, files) => {
    const answers = await one(memory, question, files);
    if (question !== 'create') return answers;
    const again = files.filter((_, at) => answers[at]?.stage === 'full');
    const onFiles = await one(memory, 'createOnFiles', again);
    let next = 0;
    return answers.map((answer) => {
      const other = answer.stage === 'full' ? onFiles[next++] : undefined;
      return other?.verdict === 'accept' ? other : answer;
    });
  };
  const specified = async (
    question: 'dryRun' | 'create',
    files: readonly Uint8Array[],
  ): Promise<FileAnswer[]> => {
    const unspecified = files.map((file) => unspecifiedIn(file, release.xenVersion));
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
  const print: Oracle['print'] = async (files) =>
    (await run('zeros', 'dryRun', files)).map(({ verdict, output }) =>
      verdict === 'accept' ? output : undefined,
    );
  const fillIn: Oracle['fillIn'] = async (files) => {
    const printed = await print(files);
    const filled = await defaults.ask(printed.flatMap((json) => (json === undefined ? [] : [encode(json)])));
    let next = 0;
    return printed.map((json) => {
      const reply = json === undefined ? undefined : filled[next++];
      return reply && readReply<{ readonly json?: unknown }>(reply).json;
    });
  };
  return {
    dryRun: (files) => specified('dryRun', files),
    print,
    fillIn,
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
      for (const asker of [xl, config, disk, vdev, attach, defaults]) asker.stop();
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

/** The statuses of native/stages.c, and the signals that end a request: see native/frames.h. */
const NOT_PRETENDED = 120;
const ACCEPTED = 121;
const SIGALRM = 14;
const SIGPROF = 27;

const HEAD_SIZE = 16;

interface RunOfXl extends FileAnswer {
  /** The JSON as it was printed. */
  readonly output: string;
}

function readRun(reply: Buffer, question: Question, file: Uint8Array): RunOfXl {
  const [status = -1, signal = 0, isMade = 0, outputLength = 0] = new Int32Array(
    Uint8Array.from(reply.subarray(0, HEAD_SIZE)).buffer,
  );
  const printed = decode(reply.subarray(HEAD_SIZE, HEAD_SIZE + outputLength));
  const said = decode(reply.subarray(HEAD_SIZE + outputLength));
  const isCreated = question === 'create' || question === 'createOnFiles';
  // Without -n the JSON stands between what xl and what libxl say. Warnings may stand before it, even in its first line.
  const [output = ''] = /\{\n {4}"c_info": .*?^\}$/ms.exec(isCreated ? said : printed) ?? [];
  const messages = messagesIn(isCreated ? said.replace(output, '') : said);
  const about = (): string => `${messages.join(' ')}, of ${JSON.stringify(decode(file))}`;
  if (status === NOT_PRETENDED) throw new Error(`native/ must learn to pretend this: ${about()}`);
  if (signal === SIGALRM) throw new Error(`xl waits for something: ${about()}`);
  // libxl mixes up a sign where it rejects max_grant_version: xl then ends with 0, and there is no guest.
  const verdict = verdictOf(status === (isCreated ? ACCEPTED : 0), signal);
  const isPrinted = output !== '' && (isCreated || (question === 'dryRun' && verdict === 'accept'));
  const stage = isMade ? 'full' : isCreated && isPrinted ? 'deep' : 'dry';
  return {
    verdict,
    ...(verdict !== 'accept' && { stage }),
    messages,
    ...(isPrinted && { json: JSON.parse(output) }),
    output,
  };
}

function verdictOf(isAccepted: boolean, signal: number): Verdict {
  if (signal !== 0) return signal === SIGPROF ? 'timeout' : 'crash';
  return isAccepted ? 'accept' : 'reject';
}

/**
 * What xl says of every file; what 4.20 says where it asks QEMU for its options, and hears nothing; and what the emulator of
 * Arm says of a signal, which is in the reply as well.
 */
const NO_MESSAGE =
  /^(?:|Parsing config from guest\.cfg|.*(?:Failed to connect to QMP socket|qemu command[- ]line probe).*|qemu: uncaught target signal.*)$/;

/** Without the line of libxl's source. */
const messagesIn = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => !NO_MESSAGE.test(line))
    .map((line) => line.replace(/^(libxl: \w+: )\w+\.c:\d+:/, '$1'));

/** The answer of the first memory, unless the other one turns it round. */
const inEither = (one: FileAnswer, other: FileAnswer): FileAnswer =>
  (one.verdict === 'accept') === (other.verdict === 'accept') ? one : { verdict: 'open', messages: [] };
