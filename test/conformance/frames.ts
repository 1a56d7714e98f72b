/** A program that answers requests, both framed as native/frames.h says: four bytes of length, then the bytes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { endianness } from 'node:os';
import type { Command } from './programs.ts';

export interface Asker {
  /** The replies in the order of the requests. Rejects where the program ends before it has answered. */
  readonly ask: (requests: readonly Uint8Array[]) => Promise<Buffer[]>;
  readonly stop: () => void;
}

interface Waiting {
  readonly count: number;
  readonly replies: Buffer[];
  readonly resolve: (replies: Buffer[]) => void;
  readonly reject: (error: Error) => void;
}

const LENGTH_SIZE = 4;
const LITTLE = endianness() === 'LE';

/** Starts a command. It is ended by `stop`, and with this process. */
export function startAsker({ command, args, env }: Command): Asker {
  const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting: Waiting[] = [];
  const fail = (reason: string): void => {
    for (const { reject } of waiting.splice(0)) reject(new Error(`${command}: ${reason}`));
  };
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code, signal) => fail(`ended (${code ?? signal}) before it had answered`));
  child.stdin.on('error', (error) => fail(error.message));
  readFrames(child, (frame) => {
    const first = waiting[0];
    if (!first) return;
    first.replies.push(frame);
    if (first.replies.length === first.count) waiting.shift()?.resolve(first.replies);
  });
  return {
    ask: (requests) =>
      new Promise((resolve, reject) => {
        if (requests.length === 0) resolve([]);
        else if (child.exitCode !== null) reject(new Error(`${command} has ended (${child.exitCode})`));
        else {
          waiting.push({ count: requests.length, replies: [], resolve, reject });
          child.stdin.write(Buffer.concat(requests.flatMap((request) => [lengthOf(request), request])));
        }
      }),
    stop: () => child.stdin.end(),
  };
}

/** Shares the requests among several programs that answer alike. */
export function joinAskers(askers: readonly Asker[]): Asker {
  return {
    ask: async (requests) => {
      const share = Math.ceil(requests.length / askers.length);
      const shares = askers.map((asker, at) => asker.ask(requests.slice(at * share, (at + 1) * share)));
      return (await Promise.all(shares)).flat();
    },
    stop: () => {
      for (const { stop } of askers) stop();
    },
  };
}

function lengthOf(request: Uint8Array): Buffer {
  const length = Buffer.alloc(LENGTH_SIZE);
  if (LITTLE) length.writeUInt32LE(request.length);
  else length.writeUInt32BE(request.length);
  return length;
}

function readFrames({ stdout }: ChildProcess, onFrame: (frame: Buffer) => void): void {
  let pieces: Buffer[] = [];
  let size = 0;
  let wanted = LENGTH_SIZE;
  stdout?.on('data', (piece: Buffer) => {
    pieces.push(piece);
    size += piece.length;
    if (size < wanted) return;
    let bytes = Buffer.concat(pieces);
    for (;;) {
      wanted = LENGTH_SIZE;
      if (bytes.length < wanted) break;
      wanted += LITTLE ? bytes.readUInt32LE() : bytes.readUInt32BE();
      if (bytes.length < wanted) break;
      onFrame(bytes.subarray(LENGTH_SIZE, wanted));
      bytes = bytes.subarray(wanted);
    }
    pieces = [bytes];
    size = bytes.length;
  });
}
