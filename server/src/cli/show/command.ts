/** `xlcfg show`: the command. */

import { escapeInJson } from '../../terminalText.ts';
import { defineCommand } from '../command/command.ts';
import { EXIT_CODE } from '../command/exitCode.ts';
import { createFailureLog } from '../common/failureLog.ts';
import { createSettingsLookup } from '../common/jobs.ts';
import { MAX_SIZE_OPTION, PLATFORM_OPTIONS, platformOverrides } from '../common/options.ts';
import { MEGABYTE } from '../common/targets.ts';
import { colorsFor, print, safeForOutput } from '../common/terminal.ts';
import { fileText } from '../report/text.ts';
import { type Printed, show } from './show.ts';

/**
 * The reasons why xl rejects a file go to standard error, so that a program reads the whole JSON or nothing. As with
 * `xl create -n`, there is JSON where xl rejects the file only later on.
 */
export const showCommand = defineCommand({
  name: 'show',
  summary: 'print the effective configuration',
  description: 'Prints the effective configuration of a file, in the JSON format of xl create -n.',
  arguments: [{ name: 'FILE', description: 'a file, or - for standard input', completion: 'paths' }],
  options: {
    origins: { kind: 'flag', description: 'add comments with the source of each value' },
    maxSize: MAX_SIZE_OPTION,
    ...PLATFORM_OPTIONS,
  },
  notes: [
    'The output matches the latest point release of the Xen version. Values that depend on the host or change with ' +
      'each start, such as a generated UUID, are null.',
  ],
  examples: [
    { call: 'show web1.cfg | jq .b_info.max_memkb', description: 'print one value' },
    { call: 'show --origins web1.cfg', description: 'show which line each value comes from' },
  ],
  exitCodes: { 0: 'printed', 1: 'xl rejects the file', 2: 'wrong usage, or a file that cannot be read' },
  run: async ([path = ''], { maxSize, origins, ...platform }) => {
    const failures = createFailureLog();
    const { settings } = await createSettingsLookup(platformOverrides(platform), failures)(path);
    const printConfig = ({ json, annotated }: Printed) =>
      print(safeForOutput(escapeInJson(origins ? annotated : json)));
    const result = await show(path, settings, maxSize * MEGABYTE);
    switch (result.kind) {
      case 'failed':
        failures.add(result.failure);
        return failures.exitCode(EXIT_CODE.failure);
      case 'rejected':
        process.stderr.write(fileText(result.report, colorsFor(process.stderr)));
        if (result.printed) await printConfig(result.printed);
        return failures.exitCode(EXIT_CODE.findings);
      case 'accepted':
        await printConfig(result.printed);
        return failures.exitCode(EXIT_CODE.success);
    }
  },
});
