/** `xlcfg format`: writes files in one style. */
import { applyEdits, formatDocument } from '@xlcfg/shared';
import { DEFAULT_FORMATTING, SETTINGS } from '@xlcfg/shared/start';
import { defineCommand } from '../command/command.ts';
import { analyze } from '../common/content.ts';
import { PATHS_ARGUMENT, PATHS_NOTE } from '../common/options.ts';
import { REWRITE_EXIT_CODES, REWRITE_NOTE, REWRITE_OPTIONS, runRewrite } from '../rewrite/rewriteCommand.ts';

/** The description of a setting, a sentence, as a phrase in the help. */
const toPhrase = (sentence: string): string =>
  `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;

/** A setting as an option. It has no default: where it is not given, the project configuration applies. */
const toOption = <Schema extends { readonly default: unknown; readonly description: string }>({
  default: defaultValue,
  description,
  ...schema
}: Schema) => ({
  ...schema,
  description: `${toPhrase(description)} (default: what the configuration says, or ${defaultValue})`,
});

const { lineWidth, quotes, lists } = SETTINGS.format.settings;

export const formatCommand = defineCommand({
  name: 'format',
  summary: 'normalize spaces and line breaks',
  description: 'Formats files consistently; xl reads the formatted file exactly as before.',
  arguments: [PATHS_ARGUMENT],
  options: {
    ...REWRITE_OPTIONS,
    indent: {
      kind: 'number',
      value: 'columns',
      min: 1,
      max: 16,
      default: DEFAULT_FORMATTING.tabSize,
      description: 'indentation of list items',
    },
    lineWidth: { ...toOption(lineWidth), value: 'columns' },
    lists: { ...toOption(lists), value: 'style' },
    quotes: { ...toOption(quotes), value: 'style' },
  },
  notes: [PATHS_NOTE, REWRITE_NOTE, 'A line that xl cannot parse is left unchanged.'],
  examples: [
    { call: 'format --check .', description: 'list the files that are not formatted' },
    { call: 'format --diff web1.cfg', description: 'show what would change' },
    { call: 'format - < web1.cfg', description: 'print the formatted file' },
  ],
  exitCodes: REWRITE_EXIT_CODES,
  run: (paths, { indent, check, diff, maxSize, onlyGuests, ...format }) => {
    const formatting = { ...DEFAULT_FORMATTING, tabSize: indent };
    return runRewrite(
      paths,
      { check, diff, maxSize, onlyGuests },
      { format },
      (path, content, settings) =>
        applyEdits(content.text, formatDocument(analyze(path, content, settings), formatting)),
      { infinitive: 'format', pastParticiple: 'formatted' },
    );
  },
});
