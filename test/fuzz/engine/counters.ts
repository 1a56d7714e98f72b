/** The global array that instrumented code counts in. */
export const COUNTERS = '$reached';

/** Some more than there are places in the sources. */
export const COUNTER_LIMIT = 1 << 14;
