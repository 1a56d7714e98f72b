/** `xlcfg explain`: explains a rule, an option, one of its parameters, or a line of a file. */
import { DEFAULT_SETTINGS, explain, explainableNames } from '@xlcfg/shared';
import { escapeLines } from '../../terminalText.ts';
import { defineCommand } from '../command/command.ts';
import { EXIT_CODE, UsageError } from '../command/exitCode.ts';
import { PLATFORM_OPTIONS } from '../common/options.ts';
import { colorsFor, print, terminalWidth } from '../common/terminal.ts';
import { renderMarkdown } from './terminalMarkdown.ts';

export const explainCommand = defineCommand({
  name: 'explain',
  summary: 'tell what a rule, an option or a line means',
  description: 'Tells in words what a rule, an option, one of its parameters or a line of a file means.',
  arguments: [
    {
      name: 'TOPIC',
      description: 'the code of a rule, an option, a string of one, or a line of a file',
      completion: explainableNames(),
    },
    {
      name: 'STRING',
      description: 'behind an option: one of its parameters, or its strings',
      optional: true,
      repeated: true,
    },
  ],
  options: {
    markdown: { kind: 'flag', description: 'print Markdown' },
    type: {
      kind: 'choice',
      value: 'type',
      choices: ['pv', 'pvh', 'hvm'],
      description: 'the type of the guest that a line is for (default: pv on x86, pvh on Arm)',
    },
    ...PLATFORM_OPTIONS,
  },
  notes: [
    'A name is looked up among rules, options and parameters. Any other TOPIC is a line of a file, or a single ' +
      'string, and then the option in whose strings it makes most sense is taken; naming the option in front of it ' +
      'leaves nothing to guess.',
  ],
  examples: [
    { call: "explain 'tap:aio:/srv/web1.img,xvda,w'", description: 'tells what each field of a disk means' },
    {
      call: 'explain vif mac=00:16:3e:00:00:01,bridge=xenbr0',
      description: 'the same for a network interface',
    },
    { call: 'explain vif script', description: 'tells of one parameter' },
    { call: 'explain memory', description: 'tells of an option' },
    { call: 'explain disk-deprecated-prefix', description: 'tells of a rule' },
    { call: 'explain \'on_crash = "restart"\'', description: 'tells of a line' },
  ],
  exitCodes: { 0: 'explained', 2: 'a wrong call, or nothing of this name' },
  run: async (words, { arch, markdown, type, xen }) => {
    const settings = {
      ...DEFAULT_SETTINGS,
      ...(xen && { xenVersion: xen }),
      ...(arch && { architecture: arch }),
    };
    const explanation = explain(words, { settings, guestType: type });
    if (explanation.kind === 'unknown') {
      const hint = explanation.near === undefined ? '' : ` Did you mean ${explanation.near}?`;
      throw new UsageError(`nothing is known of ${explanation.topic}.${hint}`);
    }
    const safe = escapeLines(explanation.markdown);
    await print(markdown ? `${safe}\n` : renderMarkdown(safe, terminalWidth(), colorsFor(process.stdout)));
    return EXIT_CODE.success;
  },
});
