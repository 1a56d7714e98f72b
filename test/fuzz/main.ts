/**
 * The fuzzer: `npm run fuzz -- [--runs N] [--seconds N] [--threads N] [--seed N|fresh] [TARGET...]`.
 *
 * Tries texts on every surface of the language and of the server, made from known ones by chance and by what code they
 * reach. Prints what it finds, and exits with 1 if that is anything. The same seed, runs and threads try the same texts,
 * and the seed is that of the commit unless told otherwise; how many are tried within some seconds is up to the machine.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { WAIT_MS } from '../support/limits.ts';
import { seedOf } from '../support/seed.ts';
import { createBoard, createMemory } from './engine/board.ts';
import { buildWorker } from './engine/build.ts';
import type { Finding, Progress } from './engine/engine.ts';
import type { Order, Report } from './engine/messages.ts';

/** An input that takes longer never ends. More than a target waits for an answer, so that it can say which one. */
const HANG_MS = 2 * WAIT_MS;
const TELL_EVERY_MS = 10_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string' },
    seconds: { type: 'string' },
    threads: { type: 'string', default: String(availableParallelism()) },
    seed: { type: 'string' },
  },
});
const threads = Number(values.threads);
const seed = seedOf(values.seed);
/** How many inputs are tried unless there is a limit: two processors take some 40 seconds. */
const RUNS = values.seconds === undefined ? 400_000 : Number.MAX_SAFE_INTEGER;

const findings: Finding[] = [];
const counts = new Map<number, ReadonlyMap<string, Progress>>();
const began = Date.now();

const found = (finding: Finding): void => {
  findings.push(finding);
  process.stdout.write(
    `\nFOUND in ${finding.target}: ${finding.what}\n  input: ${JSON.stringify(finding.input)}\n`,
  );
};

const summary = (): string => {
  const byTarget = new Map<string, Progress>();
  for (const one of counts.values()) {
    for (const [name, { runs, kept }] of one) {
      const before = byTarget.get(name) ?? { runs: 0, kept: 0 };
      byTarget.set(name, { runs: before.runs + runs, kept: before.kept + kept });
    }
  }
  const runs = [...byTarget.values()].reduce((sum, one) => sum + one.runs, 0);
  const seconds = (Date.now() - began) / 1000;
  const each = [...byTarget].map(([name, one]) => `${name} ${one.runs} (${one.kept} kept)`).join(', ');
  return `${runs} inputs in ${seconds.toFixed(0)} s, ${(runs / seconds).toFixed(0)} a second: ${each}\n`;
};

/** Ends with the thread. */
const runThread = (file: string, at: number): Promise<void> =>
  new Promise((resolve) => {
    const memory = createMemory();
    const board = createBoard(memory);
    const order: Order = {
      seed: seed + at,
      runs: Math.ceil(Number(values.runs ?? RUNS) / threads),
      seconds: Number(values.seconds ?? Number.POSITIVE_INFINITY),
      only: positionals,
      memory,
    };
    // As deep as the main thread of a program may go.
    const worker = new Worker(file, { workerData: order, resourceLimits: { stackSizeMb: 1 } });
    let last = board.count();
    const watch = setInterval(() => {
      const now = board.count();
      if (now === last && now > 0) {
        found({ ...board.read(), what: `takes more than ${HANG_MS / 1000} s` });
        void worker.terminate();
      }
      last = now;
    }, HANG_MS);
    worker.on('message', (report: Report) => {
      if (report.kind === 'progress') counts.set(at, new Map(report.counts));
      if (report.kind === 'finding') found(report.finding);
      if (report.kind === 'done') void worker.terminate();
    });
    worker.on('error', (error) => found({ ...board.read(), what: `ends the thread: ${error.stack}` }));
    worker.on('exit', () => {
      clearInterval(watch);
      resolve();
    });
  });

process.stdout.write(`seed ${seed}, ${threads} threads\n`);
const folder = mkdtempSync(path.join(tmpdir(), 'xlcfg-fuzz-'));
const teller = setInterval(() => process.stdout.write(summary()), TELL_EVERY_MS);
try {
  const file = await buildWorker(folder);
  await Promise.all(Array.from({ length: threads }, (_, at) => runThread(file, at)));
} finally {
  clearInterval(teller);
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${summary()}${findings.length} found\n`);
process.exitCode = findings.length > 0 ? 1 : 0;
