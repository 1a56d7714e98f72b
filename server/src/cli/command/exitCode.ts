/** How the program ends. */

export const EXIT = { fine: 0, found: 1, trouble: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The call makes no sense: told with a pointer to the help of the command, and nothing was done. */
export class WrongCall extends Error {}
