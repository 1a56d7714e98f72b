/** The loop: inputs are made from those that have shown something new, and tried. */
import type { Coverage } from './coverage.ts';
import { mutate } from './mutate.ts';
import type { Random } from './random.ts';
import type { Target } from './target.ts';
import { threadTime } from './threadTime.ts';

export interface Finding {
  readonly target: string;
  readonly input: string;
  /** The error, or how long it took. */
  readonly what: string;
}

export interface Progress {
  readonly runs: number;
  /** How many inputs have shown something new. */
  readonly kept: number;
}

/** What watches over a run from outside. */
export interface Watch {
  /** Told of the input before it is tried, in case it never ends. */
  readonly trying: (target: string, input: string) => void;
  readonly found: (finding: Finding) => void;
}

/** So many inputs are tried before somebody else is asked whether it is enough. */
const BATCH = 64;

/**
 * An input that takes longer is tried again, and then the processor's time counts; one that always does is a finding. In
 * milliseconds.
 */
const SLOW_MS = 1000;
const SECOND_LOOKS = 4;

/** Kept inputs that showed something lately are used more often. */
const YOUNG = 200;

const errorText = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/** Where an error comes from, so that one mistake is told once. */
const placeOf = (what: string): string =>
  what
    .split('\n')
    .filter((line, at) => at === 0 || /\/(?:shared|server)\/src\//.test(line))
    .slice(0, 3)
    .map((line) => line.replace(/\d+/g, '0'))
    .join('\n');

export interface Engine {
  /** Tries a batch of new inputs. */
  readonly batch: () => Promise<void>;
  readonly progress: () => Progress;
}

/** Prepares the fuzzing of one target: its seeds are tried first. */
export function createEngine(target: Target, coverage: Coverage, random: Random, watch: Watch): Engine {
  const corpus: string[] = [];
  const traits = new Set<string>();
  const told = new Set<string>();
  const seeds = ['', ...target.seeds];
  let runs = 0;

  const tell = (input: string, what: string): void => {
    const place = placeOf(what);
    if (told.has(place)) return;
    told.add(place);
    watch.found({ target: target.name, input, what });
  };

  /** Tries the input. True where it reaches code, or has a trait, that none did before. */
  const attempt = async (input: string): Promise<boolean> => {
    watch.trying(target.name, input);
    coverage.begin();
    let fresh = false;
    const timed = async (now: () => number): Promise<number> => {
      const began = now();
      for (const trait of await target.run(input)) {
        if (traits.has(trait)) continue;
        traits.add(trait);
        fresh = true;
      }
      return now() - began;
    };
    try {
      let took = await timed(() => performance.now()).finally(() => {
        // Before any second look: whether there is one depends on how busy the machine is.
        if (coverage.learn()) fresh = true;
      });
      for (let look = 0; look < SECOND_LOOKS && took > SLOW_MS; look++)
        took = Math.min(took, await timed(threadTime));
      if (took > SLOW_MS) tell(input, `takes ${Math.round(took)} ms for ${input.length} characters`);
    } catch (error) {
      tell(input, errorText(error));
    }
    return fresh;
  };

  const make = (): string => {
    const base = random.once(2) ? corpus.slice(-YOUNG) : corpus;
    const material = { random, words: target.words, other: () => random.pick(corpus) ?? '' };
    return mutate(random.pick(base) ?? '', material, target.longest, target.mutations);
  };

  return {
    batch: async () => {
      const first = seeds.splice(0, BATCH);
      for (const input of first.length > 0 ? first : Array.from({ length: BATCH }, make)) {
        runs += 1;
        if (await attempt(input)) corpus.push(input);
      }
    },
    progress: () => ({ runs, kept: corpus.length }),
  };
}
