/** `xlcfg show`: the command. */

import { defineCommand } from '../command/command.ts';
import { EXIT } from '../command/exitCode.ts';
import { createSettings } from '../common/jobs.ts';
import { createFailures, givenFor, XEN_OPTION } from '../common/options.ts';
import { colours, complain, print, shownText } from '../common/output.ts';
import { textReport } from '../report/text.ts';
import { show } from './show.ts';

/** Of a file that xl refuses the reasons go to standard error, so that a program gets all or nothing. */
export const showCommand = defineCommand({
  name: 'show',
  summary: 'print what xl would make of a file',
  description: 'Prints the configuration that xl would make of a file, as the JSON of xl create -n.',
  arguments: [{ name: 'FILE', description: 'a file, or - for standard input', completion: 'paths' }],
  options: {
    origins: { kind: 'flag', description: 'add comments that tell where each value comes from' },
    xen: XEN_OPTION,
  },
  notes: [
    'The JSON is that of Xen 4.17, with what is known of other releases. A value is null where it is not in the ' +
      'file: a new uuid at each start, the processors of the host.',
  ],
  examples: [
    { call: 'show web1.cfg | jq .b_info.max_memkb', does: 'asks for one value' },
    { call: 'show --origins web1.cfg', does: 'tells which line each value comes from' },
  ],
  exits: { 0: 'printed', 1: 'xl refuses the file', 2: 'a wrong call or a file not read' },
  run: async ([path = ''], { origins, xen }) => {
    const failures = createFailures();
    const { settings } = await createSettings(givenFor(xen), failures.report)(path);
    const shown = await show(path, settings);
    switch (shown.kind) {
      case 'failure':
        complain(shown.failure);
        return EXIT.trouble;
      case 'refused':
        process.stderr.write(textReport(shown.file, colours(process.stderr)));
        return failures.exitCode(EXIT.found);
      case 'configuration':
        await print(shownText(origins ? shown.annotated : shown.json));
        return failures.exitCode(EXIT.fine);
    }
  },
});
