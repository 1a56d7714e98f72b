/** How a command ends. */

/** `findings`: there is something to do about the files. `failure`: the call is wrong, or a file was not read or written. */
export const EXIT_CODE = { success: 0, findings: 1, failure: 2 } as const;

export type ExitCode = (typeof EXIT_CODE)[keyof typeof EXIT_CODE];

/** The command line makes no sense. Its message is printed with a hint to the help of the command. */
export class UsageError extends Error {}
