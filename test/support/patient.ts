/** For tests that try many inputs: seconds at most, but the machine may be busy with other things. */
export const patient = { timeout: 60_000 };
