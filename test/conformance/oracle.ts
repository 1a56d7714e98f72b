/** Asks the real xl 4.17 and its libraries, through the programs in native/. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { GuestType } from '@xlcfg/shared/src/schema/types.ts';
import { decode, type Encoding, encode, encodingOf } from './bytes.ts';
import { type Asker, joinAskers, startAsker } from './frames.ts';
import type { OracleFields } from './oracleFields.ts';

/** `crash` and `timeout`: it died of the input, or did not come to an end within five seconds. */
export type Verdict = 'accept' | 'reject' | 'crash' | 'timeout';

export interface FileAnswer {
  readonly verdict: Verdict;
  readonly messages: readonly string[];
  /** What xl prints of the guest; only where a dry run accepts. */
  readonly json?: unknown;
}

/** A setting's value as libxlutil gives it out: text, or a list. */
export type ConfigValue = string | readonly ConfigValue[];

export interface ConfigAnswer {
  readonly verdict: Verdict;
  readonly messages: readonly string[];
  readonly values?: Readonly<Record<string, ConfigValue>>;
}

export interface DiskAnswer {
  readonly verdict: Verdict;
  readonly messages: readonly string[];
  readonly fields: OracleFields;
}

export interface VdevAnswer {
  /** -1: refused. */
  readonly devid: number;
  readonly disk: number;
  readonly partition: number;
}

/** `syntax`: libxlutil refuses the spec already. */
export interface AttachAnswer {
  readonly verdict: Verdict | 'syntax';
  readonly messages: readonly string[];
  readonly backend?: string;
}

export interface AttachQuestion {
  readonly spec: string;
  readonly guestType: GuestType;
  /** What the target is on the pretended host. */
  readonly target: 'file' | 'block' | 'absent';
}

export interface Oracle {
  /** `xl create -n`. */
  readonly dryRun: (files: readonly Uint8Array[]) => Promise<FileAnswer[]>;
  /** The JSON of `xl create -n` as it stands, random values included; undefined where it does not accept. */
  readonly print: (files: readonly Uint8Array[]) => Promise<(string | undefined)[]>;
  /** `xl create` up to where libxl would make the domain. Accepted: it got there. */
  readonly create: (files: readonly Uint8Array[]) => Promise<FileAnswer[]>;
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
  const ask = async (mode: Mode, files: readonly Uint8Array[]): Promise<RunOfXl[]> => {
    const replies = await xl.ask(files.map((file) => Buffer.concat([encode(MODES[mode]), file])));
    return replies.map((reply) => readRun(reply, mode));
  };
  const run = async (mode: Mode, files: readonly Uint8Array[]): Promise<FileAnswer[]> =>
    (await ask(mode, files)).map(({ output, ...answer }, at) =>
      mode === 'dryRun' && answer.verdict === 'accept'
        ? { ...answer, json: JSON.parse(jsonIn(output), withoutRandom(files[at] ?? Buffer.alloc(0))) }
        : answer,
    );
  return {
    dryRun: (files) => run('dryRun', files),
    print: async (files) =>
      (await ask('dryRun', files)).map(({ verdict, output }) =>
        verdict === 'accept' ? jsonIn(output) : undefined,
      ),
    create: (files) => run('create', files),
    pool: (files) => run('pool', files),
    global: (files) => run('global', files),
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

/** The letters of native/server.c. */
const MODES = { dryRun: 'n', create: 'd', pool: 'p', global: 'c' } as const;
type Mode = keyof typeof MODES;

/** The statuses of native/host.c; SIGALRM is what ends a request that takes too long. */
const NOT_PRETENDED = 120;
const REACHED_DOMAIN = 121;
const SIGALRM = 14;

interface RunOfXl extends Omit<FileAnswer, 'json'> {
  readonly output: string;
}

function readRun(reply: Buffer, mode: Mode): RunOfXl {
  const [status = -1, signal = 0, outputLength = 0] = new Int32Array(
    Uint8Array.from(reply.subarray(0, 12)).buffer,
  );
  const output = decode(reply.subarray(12, 12 + outputLength));
  const messages = decode(reply.subarray(12 + outputLength))
    .split('\n')
    .filter((line) => line !== '' && line !== 'Parsing config from guest.cfg');
  if (status === NOT_PRETENDED)
    throw new Error(`native/host.c must learn to answer this: ${messages.join(' ')}`);
  if (signal !== 0) return { verdict: signal === SIGALRM ? 'timeout' : 'crash', messages, output };
  // libxl mixes up a sign where it refuses max_grant_version: xl then ends with 0, and there is no guest.
  const accepted = status === (mode === 'create' ? REACHED_DOMAIN : 0);
  return { verdict: accepted ? 'accept' : 'reject', messages, output };
}

/** Warnings may stand before it. */
const jsonIn = (output: string): string => output.slice(output.indexOf('{'));

/** What is made up anew in each run, or taken from uninitialised memory (the policy of `rdm`). */
const RANDOM = new Set(['ms_vm_genid', 'rdm']);

/** Where a file has `rdm`, its devices get the uninitialised policy too. */
const HAS_RDM = /\brdm\s*\+?=/;

const hexDigits = (text: string): string => text.toLowerCase().replace(/[^0-9a-f]/g, '');

/** Leaves out what is random, as a reviver of JSON.parse: a uuid is where it is not in the file. */
export function withoutRandom(file: Uint8Array): (key: string, value: unknown) => unknown {
  const text = decode(file);
  const digits = hexDigits(text);
  const isRandom = (key: string, value: unknown): boolean =>
    RANDOM.has(key) ||
    (key === 'uuid' && !digits.includes(hexDigits(String(value)))) ||
    (key === 'rdm_policy' && HAS_RDM.test(text));
  return (key, value) => (isRandom(key, value) ? undefined : value);
}
