/** `xlcfg explain`: explains a rule, an option, one of its parameters, a line of a file, or what xl printed. */
import { DEFAULT_SETTINGS, explain, explainableNames } from '@xlcfg/shared';
import { MAX_FILE_SIZE } from '../../discovery/guestFiles.ts';
import { decode } from '../../node/encoding.ts';
import { escapeLines } from '../../terminalText.ts';
import { defineCommand } from '../command/command.ts';
import { EXIT_CODE, UsageError } from '../command/exitCode.ts';
import { readStdin } from '../common/content.ts';
import { PLATFORM_OPTIONS } from '../common/options.ts';

import { colorsFor, print, terminalWidth } from '../common/terminal.ts';
import { renderMarkdown } from './terminalMarkdown.ts';

/** Standard input as text. */
const readText = async (): Promise<string> => decode(await readStdin({ maxSize: MAX_FILE_SIZE })).text;

export const explainCommand = defineCommand({
  name: 'explain',
  summary: 'explain a rule, an option, a line or an xl error',
  description: 'Explains a rule, an option, a parameter, a line of a file or an xl error message.',
  arguments: [
    {
      name: 'TOPIC',
      description:
        'a rule code, an option, an option string, a line of a file or an xl error message; - reads xl output from ' +
        'standard input',
      get completion() {
        return explainableNames();
      },
    },
    {
      name: 'STRING',
      description: 'after an option: a parameter or strings of that option',
      optional: true,
      repeated: true,
    },
  ],
  options: {
    markdown: { kind: 'flag', description: 'print Markdown' },
    sources: { kind: 'flag', description: 'name the places in the Xen sources that the facts come from' },
    type: {
      kind: 'choice',
      value: 'type',
      choices: ['pv', 'pvh', 'hvm'],
      description: 'guest type to assume (default: PV on x86, PVH on Arm)',
    },
    ...PLATFORM_OPTIONS,
  },
  notes: [
    'A name is looked up among rules, options and parameters. Any other TOPIC is treated as a line of a file or a ' +
      'single option string. For a string, the best matching option is assumed; put the option first to be explicit.',
    'Error messages may have any prefix, such as a log timestamp. Of several lines, only the root causes are ' +
      'explained.',
  ],
  examples: [
    { call: "explain 'tap:aio:/srv/web1.img,xvda,w'", description: 'explain each field of a disk' },
    {
      call: 'explain vif mac=00:16:3e:00:00:01,bridge=xenbr0',
      description: 'explain a network interface',
    },
    { call: 'explain vif script', description: 'explain a parameter' },
    { call: 'explain memory', description: 'explain an option' },
    { call: 'explain disk-deprecated-prefix', description: 'explain a rule' },
    { call: 'explain --sources vcpus', description: 'explain an option, and where the facts come from' },
    { call: 'explain \'on_crash = "restart"\'', description: 'explain a line' },
    {
      call: "explain 'cannot run bootloader with no boot disk'",
      description: 'explain an error and how to fix it',
    },
    { call: 'explain - < /var/log/xen/xl-web1.log', description: 'explain all errors in a log' },
  ],
  exitCodes: { 0: 'explained', 2: 'wrong usage, or an unknown topic' },
  run: async (words, { arch, markdown, sources, type, xen }) => {
    const settings = {
      ...DEFAULT_SETTINGS,
      ...(xen && { xenVersion: xen }),
      ...(arch && { architecture: arch }),
    };
    const topics = words.length === 1 && words[0] === '-' ? [await readText()] : words;
    const explanation = explain(topics, { settings, guestType: type, sources });
    if (explanation.kind === 'unknown') {
      const hint = explanation.near === undefined ? '' : ` Did you mean ${explanation.near}?`;
      throw new UsageError(`unknown topic: ${explanation.topic}.${hint}`);
    }
    const safe = escapeLines(explanation.markdown);
    await print(markdown ? `${safe}\n` : renderMarkdown(safe, terminalWidth(), colorsFor(process.stdout)));
    return EXIT_CODE.success;
  },
});
