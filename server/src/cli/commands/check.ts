/** `xlcfg check`: the command. */
import { type CheckedFile, check } from '../check.ts';
import { EXIT, WrongCall } from '../exit.ts';
import { colours, print } from '../output.ts';
import { addFile, type Count, NOTHING } from '../report/count.ts';
import { type FileEntry, fileEntry, jsonReport } from '../report/json.ts';
import { textReport, textSummary } from '../report/text.ts';
import { createFailures, find, PATHS_ARGUMENT, PATHS_NOTE, settingsFor, XEN_OPTION } from './common.ts';
import { defineCommand } from './definition.ts';

/** Prints file by file. */
const printText = async (files: AsyncIterable<CheckedFile>): Promise<Count> => {
  const palette = colours();
  let count = NOTHING;
  for await (const file of files) {
    count = addFile(count, file.problems);
    const report = textReport(file, palette);
    if (report !== '') await print(report);
  }
  await print(textSummary(count));
  return count;
};

const printJson = async (files: AsyncIterable<CheckedFile>): Promise<Count> => {
  const entries: FileEntry[] = [];
  let count = NOTHING;
  for await (const file of files) {
    entries.push(fileEntry(file));
    count = addFile(count, file.problems);
  }
  await print(jsonReport(entries, count));
  return count;
};

const PRINT = { text: printText, json: printJson };

export const checkCommand = defineCommand({
  name: 'check',
  summary: 'report problems',
  description: 'Reports what xl would refuse, ignore or warn of.',
  arguments: [{ ...PATHS_ARGUMENT, optional: true }],
  options: {
    format: {
      kind: 'choice',
      value: 'format',
      choices: ['text', 'json'],
      default: 'text',
      description: 'what to print',
    },
    xen: XEN_OPTION,
  },
  notes: [PATHS_NOTE],
  examples: [
    { call: 'check /etc/xen', does: 'checks every guest in /etc/xen' },
    {
      call: 'check --xen 4.17 --format json web1.cfg | jq .summary',
      does: 'counts what xl of Xen 4.17 would find, for a program',
    },
    {
      call: 'check - < web1.cfg',
      does: 'checks what comes on standard input',
    },
  ],
  exits: { 0: 'no errors', 1: 'errors found', 2: 'a wrong call or a file not read' },
  run: async (paths, { format, xen }) => {
    if (paths.length === 0) {
      throw new WrongCall('nothing to check: name files or folders (. is this one), or - for standard input');
    }
    const failures = createFailures();
    const files = check(await find(paths, failures), settingsFor(xen), failures.report);
    const { errors } = await PRINT[format](files);
    return failures.exitCode(errors > 0 ? EXIT.found : EXIT.fine);
  },
});
