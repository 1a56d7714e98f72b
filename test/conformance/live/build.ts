import { buildPrograms } from '../programs.ts';
import { emptyTally, printTally } from '../tally.ts';

/** Before the live tests. What is returned runs after them. */
export default function prepare(): () => void {
  const skipped = buildPrograms();
  emptyTally();
  const tell = (): void => {
    for (const { release, why } of skipped)
      console.warn(`\n!!! NOT ASKED: xl ${release.name}, as ${release.suite} could not be fetched.\n${why}`);
  };
  tell();
  return () => {
    printTally();
    tell();
  };
}
