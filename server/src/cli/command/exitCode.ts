/** How a command ends. */

/**
 * `findings`: there is something to do about the files. `failure`: the call is wrong, or a file was not read or written.
 * `crash`: a bug of this program; EX_SOFTWARE of sysexits(3).
 */
export const EXIT_CODE = { success: 0, findings: 1, failure: 2, crash: 70 } as const;

export type ExitCode = (typeof EXIT_CODE)[keyof typeof EXIT_CODE];

/** The command line makes no sense. Its message is printed with a hint to the help of the command. */
export class UsageError extends Error {}
