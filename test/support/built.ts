import { inject } from 'vitest';

/** The bundles of the server and the command line, built once per run. Readable by every user. */
export const built = inject('bundles');
