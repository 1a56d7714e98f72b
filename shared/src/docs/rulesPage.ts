/** The reference page on the rules: each diagnostic links to its section. */

import { ALL_RULES } from '../allRules.ts';
import { HOST_RULES } from '../host/rules/index.ts';
import { sourcesText } from '../prose/sources.ts';
import { RULES } from '../rules/index.ts';
import type { RuleDescription } from '../rules/rule.ts';
import { SEVERITY_LABELS, type Severity } from '../severity.ts';
import { code } from '../text/markdown.ts';
import { WORKSPACE_RULES } from '../workspace/rules/index.ts';
import { page, table } from './markdown.ts';

const MEANINGS: readonly (readonly [Severity, string])[] = [
  ['error', 'xl rejects the file, or the guest cannot be created, because of what is in the file'],
  ['warning', 'xl accepts the file and does something other than it says, or the guest is known to break'],
  ['information', 'deprecated: works today, and there is a better way to write it'],
  ['hint', 'style'],
];

const section = ({ code: name, severity, summary, details, source }: RuleDescription): string =>
  page(
    `### ${name}`,
    `${summary} Severity: ${SEVERITY_LABELS[severity]}.`,
    details,
    sourcesText(source),
  ).trimEnd();

export const rulesPage = (): string =>
  page(
    '# Rules',
    'What the diagnostics say, one section each. Generated from the rules themselves: `npm run docs`.',
    table(
      ['Severity', 'Meaning'],
      MEANINGS.map(([severity, meaning]) => [SEVERITY_LABELS[severity], meaning]),
    ),
    'A rule gets another severity by the setting `xlcfg.rules`: `{ "duplicate-setting": "hint", "xend-option": "off" }`. ' +
      'A comment silences rules in one file; without a code it silences all of them:',
    '```\n# xlcfg-disable-file xend-option, unknown-option\n# xlcfg-disable-next-line duplicate-setting\n' +
      'vcpus = 2    # xlcfg-disable-line duplicate-setting\n```',
    table(
      ['Rule', 'Severity', 'What it finds'],
      ALL_RULES.map((rule) => [
        `[${rule.code}](#${rule.code})`,
        SEVERITY_LABELS[rule.severity],
        rule.summary,
      ]),
    ),
    '## The rules',
    ...RULES.map(section),
    '## Rules across files',
    'xl reads one file at a time and accepts each of these. They say what happens where both guests run. The files are ' +
      'those of the folders that are open in the editor, of the setting `xlcfg.folders`, and those that are open; on ' +
      'the command line those of one run. Of two files with the same guest name only that is reported: xl does not run ' +
      'both.',
    ...WORKSPACE_RULES.map(section),
    '## Rules about the host',
    'Whether what a file names is there: reported only where it is asked for, by `xlcfg check --host` or the setting ' +
      '`xlcfg.host`, and never as an error, as the file is not what is wrong. These rules look, read-only, at the file ' +
      'system of the machine on which the command line or the server runs, or at the one below `--root`; they start no program, ask ' +
      'neither xenstore nor the hypervisor, and leave network file systems alone. What cannot be told, as root alone may ' +
      'see it, is not reported. VS Code edits files of another machine with Remote - SSH, which runs the server there.',
    ...HOST_RULES.map(section),
    `The number of rules is ${ALL_RULES.length}; ${code('error')} means that xl itself would reject the file.`,
  );
