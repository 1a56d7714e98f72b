/** `xlcfg upgrade`: what another version of Xen makes of the guests of a host. */
import { NEWEST_XEN_VERSION, XEN_VERSIONS } from '@xlcfg/shared/start';
import { defineCommand } from '../command/command.ts';
import { EXIT_CODE, UsageError } from '../command/exitCode.ts';
import { createFailureLog } from '../common/failureLog.ts';
import { findJobs } from '../common/jobs.ts';
import {
  ARCH_OPTION,
  MAX_SIZE_OPTION,
  ONLY_GUESTS_OPTION,
  PATHS_ARGUMENT,
  PATHS_NOTE,
} from '../common/options.ts';
import { MEGABYTE } from '../common/targets.ts';
import { colorsFor, printPieces } from '../common/terminal.ts';
import { compare } from './compare.ts';
import { jsonFormat } from './json.ts';
import { type ComparedFile, countOutcomes, type UpgradeFormat } from './report.ts';
import { textFormat } from './text.ts';

const FORMATS = {
  text: textFormat,
  json: jsonFormat,
} as const satisfies Readonly<Record<string, UpgradeFormat>>;

export const upgradeCommand = defineCommand({
  name: 'upgrade',
  summary: 'compare two versions of Xen',
  description:
    'Compares two versions of Xen and reports what the new xl rejects, ignores, starts to read or interprets ' +
    'differently.',
  arguments: [PATHS_ARGUMENT],
  options: {
    from: {
      kind: 'choice',
      value: 'version',
      choices: XEN_VERSIONS,
      description: 'current Xen version',
    },
    to: {
      kind: 'choice',
      value: 'version',
      choices: XEN_VERSIONS,
      default: NEWEST_XEN_VERSION,
      description: 'target Xen version; may be older',
    },
    format: {
      kind: 'choice',
      value: 'format',
      choices: ['text', 'json'],
      choiceDescriptions: [FORMATS.text.description, FORMATS.json.description],
      default: 'text',
      description: 'output format',
    },
    arch: ARCH_OPTION,
    maxSize: MAX_SIZE_OPTION,
    onlyGuests: ONLY_GUESTS_OPTION,
  },
  notes: [
    PATHS_NOTE,
    'Rule severities and suppression comments do not apply: a guest that breaks is always reported.',
    'Debian 11 has Xen 4.14, Debian 12 has 4.17, Debian 13 has 4.20.',
  ],
  examples: [
    {
      call: 'upgrade --from 4.14 --to 4.20 /etc/xen',
      description: 'check every guest before upgrading a host from Debian 11 to 13',
    },
    {
      call: 'upgrade --from 4.17 --format json . | jq -r \'.files[] | select(.outcome == "breaks").path\'',
      description: 'list the guests that the latest version rejects',
    },
  ],
  exitCodes: {
    0: 'no guest breaks',
    1: 'the new version rejects a file that the old one accepts',
    2: 'wrong usage, or a file or configuration that cannot be read',
  },
  run: async (paths, { from, to, format, arch, maxSize, onlyGuests }) => {
    if (from === undefined)
      throw new UsageError('--from is required: the current Xen version, such as --from 4.17');
    if (from === to) throw new UsageError(`nothing to compare: --from and --to are both ${to}`);
    const failures = createFailureLog();
    const files: ComparedFile[] = [];
    const targetOptions = { guestsOnly: onlyGuests, maxSize: maxSize * MEGABYTE };
    for (const job of await findJobs(paths, { architecture: arch }, failures, targetOptions)) {
      const result = await compare(job, from, to);
      if (result.kind === 'failed') failures.add(result.failure);
      else if (result.kind === 'compared') files.push(result.file);
    }
    await printPieces(FORMATS[format].write({ from, to, files }, colorsFor(process.stdout)));
    const { breaks } = countOutcomes(files);
    return failures.exitCode(breaks > 0 ? EXIT_CODE.findings : EXIT_CODE.success);
  },
});
