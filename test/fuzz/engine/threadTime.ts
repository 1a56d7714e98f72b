/** How long a thread has run, however busy the machine is. */
import { existsSync, readFileSync } from 'node:fs';

/** Of Linux: nanoseconds on a processor come first. */
const STATISTICS = '/proc/thread-self/schedstat';
const HAS_STATISTICS = existsSync(STATISTICS);

/** The processor's time of the calling thread in milliseconds; elsewhere than on Linux that of the clock. */
export const threadTime = (): number =>
  HAS_STATISTICS ? Number.parseInt(readFileSync(STATISTICS, 'utf8'), 10) / 1e6 : performance.now();
