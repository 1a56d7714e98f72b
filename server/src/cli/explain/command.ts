/** `xlcfg explain`: the command. */
import { explain, explainableNames } from '@xlcfg/shared';
import { defineCommand } from '../command/command.ts';
import { EXIT, WrongCall } from '../command/exitCode.ts';
import { settingsFor, XEN_OPTION } from '../common/options.ts';
import { colours, print, terminalWidth } from '../common/output.ts';
import { escapeControls } from '../report/excerpt.ts';
import { markdownText } from './terminalMarkdown.ts';

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
      default: 'pv',
      description: 'the type of the guest that a line is for',
    },
    xen: XEN_OPTION,
  },
  notes: [
    'A name is looked up among rules, options and parameters. Any other TOPIC is a line of a file, or a single ' +
      'string, and then the option in whose strings it makes most sense is taken; naming the option in front of it ' +
      'leaves nothing to guess.',
  ],
  examples: [
    { call: "explain 'tap:aio:/srv/web1.img,xvda,w'", does: 'tells what each field of a disk means' },
    { call: 'explain vif mac=00:16:3e:00:00:01,bridge=xenbr0', does: 'the same for a network interface' },
    { call: 'explain vif script', does: 'tells of one parameter' },
    { call: 'explain memory', does: 'tells of an option' },
    { call: 'explain disk-deprecated-prefix', does: 'tells of a rule' },
    { call: 'explain \'on_crash = "restart"\'', does: 'tells of a line' },
  ],
  exits: { 0: 'explained', 2: 'a wrong call, or nothing of this name' },
  run: async (words, { markdown, type, xen }) => {
    const explained = explain(words, { settings: settingsFor(xen), guestType: type });
    if (explained.kind === 'unknown') {
      const hint = explained.near === undefined ? '' : ` Did you mean ${explained.near}?`;
      throw new WrongCall(`nothing is known of ${escapeControls(explained.topic)}.${hint}`);
    }
    await print(
      markdown ? `${explained.markdown}\n` : markdownText(explained.markdown, terminalWidth(), colours()),
    );
    return EXIT.fine;
  },
});
