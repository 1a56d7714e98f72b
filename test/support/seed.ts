/**
 * The seed of a run, from which everything follows that its tests choose by chance. It is taken from the commit: the
 * same commit has the same answer, and the next one tries something else.
 */
import { spawnSync } from 'node:child_process';

/** Where there is no commit to ask for, as in an archive of the sources. */
const WITHOUT_COMMIT = 20260731;

const LIMIT = 2 ** 32;

/** The beginning of the commit's name, as a number of 32 bits. */
function seedOfCommit(folder: string): number {
  const { stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: folder, encoding: 'utf8' });
  return /^[0-9a-f]{40}/.test(stdout ?? '') ? Number.parseInt(stdout.slice(0, 8), 16) : WITHOUT_COMMIT;
}

/**
 * A whole number from 0 to below 2^32. `given` is what the user asks for: such a number, or `fresh` for another seed
 * each time; undefined for that of the commit in `folder`. Throws where it is neither.
 */
export function seedOf(given: string | undefined, folder: string = import.meta.dirname): number {
  if (given === undefined) return seedOfCommit(folder);
  if (given === 'fresh') return Date.now() % LIMIT;
  const seed = Number(given);
  if (given.trim() === '' || !Number.isInteger(seed) || seed < 0 || seed >= LIMIT)
    throw new Error(`A seed is a whole number below 2^32, or fresh: ${given}`);
  return seed;
}

/** For the environment of the tests. Says the seed, so that a run can be repeated. */
export function seedInEnvironment(name: string): Record<string, string> {
  const seed = seedOf(process.env[name]);
  console.log(`${name}=${seed}`);
  return { [name]: `${seed}` };
}
