/** What users write for switches and amounts of memory. */

/** Words for a boolean. */
export const BOOLEANS: Readonly<Record<string, string>> = {
  true: '1',
  yes: '1',
  on: '1',
  enabled: '1',
  false: '0',
  no: '0',
  off: '0',
  disabled: '0',
};

/** Units of memory, in MiB. */
export const MEBIBYTES: Readonly<Record<string, number>> = { m: 1, g: 1024, t: 1024 * 1024 };
