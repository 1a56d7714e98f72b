/** A thread that fuzzes. What it tries at the moment is in memory that the main thread sees, in case it never ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { TARGETS } from '../targets/index.ts';
import { createBoard } from './board.ts';
import { createCoverage } from './coverage.ts';
import { createEngine } from './engine.ts';
import type { Order, Report } from './messages.ts';
import { createRandom } from './random.ts';

const { seed, runs, seconds, only, memory } = workerData as Order;

// Errors name the sources and not the bundle.
process.setSourceMapsEnabled(true);

const board = createBoard(memory);
const tell = (report: Report): void => parentPort?.postMessage(report);

const wanted = TARGETS.filter(({ name }) => only.length === 0 || only.includes(name));
const shares = wanted.reduce((sum, { share }) => sum + share, 0);
const engines = wanted.map((target, at) => ({
  target,
  /** Of the inputs, for this target. */
  goal: Math.ceil((runs * target.share) / shares),
  engine: createEngine(target, createCoverage(), createRandom(seed * 1000 + at), {
    trying: board.write,
    found: (finding) => tell({ kind: 'finding', finding }),
  }),
}));

const until = Date.now() + seconds * 1000;
const isDone = ({ engine, goal }: (typeof engines)[number]): boolean => engine.progress().runs >= goal;

/** The targets take turns, so that whoever stops early has tried all of them by their shares. */
while (Date.now() < until) {
  const waiting = engines.filter((one) => !isDone(one));
  const [next] = waiting.sort(
    (a, b) => a.engine.progress().runs / a.goal - b.engine.progress().runs / b.goal,
  );
  if (!next) break;
  await next.engine.batch();
  tell({ kind: 'progress', counts: engines.map(({ target, engine }) => [target.name, engine.progress()]) });
}
tell({ kind: 'done' });
