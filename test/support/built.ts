import { inject } from 'vitest';

/** The server and the command line as they are shipped, built once for all tests of a run. Readable for every user. */
export const built = inject('bundles');
