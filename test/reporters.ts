/** The runner's reporters. With the environment's XLCFG_COUNTS, the counts are written to that file as well. */
const file = process.env.XLCFG_COUNTS;

export const reporters: (string | [string, { outputFile: string }])[] = file
  ? ['default', ['json', { outputFile: file }]]
  : ['default'];
