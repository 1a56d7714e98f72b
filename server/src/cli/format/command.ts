/** `xlcfg format`: the command. */
import { applyEdits, DEFAULT_FORMATTING, formatDocument, SETTINGS } from '@xlcfg/shared';
import { analyse } from '../check/inspect.ts';
import { defineCommand } from '../command/command.ts';
import { PATHS_ARGUMENT, PATHS_NOTE } from '../common/options.ts';
import { REWRITING_EXITS, REWRITING_NOTES, REWRITING_OPTIONS, runRewriting } from '../rewrite/command.ts';

/** The sentence on a setting as it stands in the help. */
const phrase = (sentence: string): string =>
  `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;

/** A setting as an option. It has no default of its own: the configuration counts where it is not given. */
const optionOf = <Schema extends { readonly default: unknown; readonly description: string }>({
  default: usual,
  description,
  ...schema
}: Schema) => ({
  ...schema,
  description: `${phrase(description)} (default: what the configuration says, or ${usual})`,
});

const { lineWidth, quotes, lists } = SETTINGS.format.settings;

export const formatCommand = defineCommand({
  name: 'format',
  summary: 'put blanks and line breaks in order',
  description: 'Writes files in one style; xl makes the same of a file as before.',
  arguments: [PATHS_ARGUMENT],
  options: {
    ...REWRITING_OPTIONS,
    indent: {
      kind: 'number',
      value: 'columns',
      min: 1,
      max: 16,
      default: DEFAULT_FORMATTING.tabSize,
      description: 'how far the items of a list are indented',
    },
    lineWidth: { ...optionOf(lineWidth), value: 'columns' },
    lists: { ...optionOf(lists), value: 'style' },
    quotes: { ...optionOf(quotes), value: 'style' },
  },
  notes: [PATHS_NOTE, ...REWRITING_NOTES, 'A line that xl cannot read is left as it is.'],
  examples: [
    { call: 'format --check .', does: 'names the files that are in another style' },
    { call: 'format --diff web1.cfg', does: 'shows what would change' },
    { call: 'format - < web1.cfg', does: 'prints the file as it would be' },
  ],
  exits: REWRITING_EXITS,
  run: (paths, { indent, check, diff, onlyGuests, ...format }) => {
    const formatting = { ...DEFAULT_FORMATTING, tabSize: indent };
    return runRewriting(
      paths,
      { check, diff, onlyGuests },
      { format },
      (path, text, settings) => applyEdits(text, formatDocument(analyse(path, text, settings), formatting)),
      { verb: 'format', done: 'formatted' },
    );
  },
});
