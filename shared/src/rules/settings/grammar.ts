/** Syntax that older versions lack (the history of libxlu_cfg_y.y and libxlu_cfg_l.l). */
import { atLeast, type XenVersion } from '../../schema/xenVersions.ts';
import type { Span } from '../../span.ts';
import type { ConfigFile } from '../../syntax/index.ts';
import { EVERY_KIND, type Rule } from '../rule.ts';

interface GrammarAddition {
  readonly since: XenVersion;
  /** The syntax, as the subject of a sentence. */
  readonly what: string;
  readonly advice: string;
  readonly find: (file: ConfigFile) => readonly Span[];
}

const GRAMMAR_ADDITIONS: readonly GrammarAddition[] = [
  {
    since: '4.13',
    what: '+=',
    advice: 'Write the whole value after a single `=`.',
    find: ({ settings }) => settings.flatMap(({ operator }) => (operator?.text === '+=' ? operator : [])),
  },
  {
    since: '4.6',
    what: 'A list within a list',
    advice: 'Remove the inner brackets.',
    find: ({ settings }) =>
      settings.flatMap(({ value }) =>
        value?.kind === 'list' ? value.items.filter((item) => item.kind === 'list') : [],
      ),
  },
  {
    since: '4.3',
    what: 'A last line without a line ending',
    advice: 'Add a line ending.',
    find: ({ text, settings }) => {
      const last = settings.at(-1);
      return last && !text.includes('\n', last.end) && !text.includes(';', last.end) ? [last] : [];
    },
  },
];

export const olderGrammar: Rule = {
  code: 'older-grammar',
  source: 'libxlu_cfg_l.l libxlu_cfg_y.y',
  kinds: EVERY_KIND,
  severity: 'error',
  summary: 'Syntax that is newer than the chosen version of Xen.',
  details:
    '`+=` came with Xen 4.13, lists within lists with 4.6, and before 4.3 the last line needed a line endinginginginging. Older ' +
    'versions reject the file. `xlcfg.xenVersion`, or `--xen`, says for which release the file is meant.',
  *check({ file, settings }) {
    for (const { since, what, advice, find } of GRAMMAR_ADDITIONS) {
      if (atLeast(settings.xenVersion, since)) continue;
      for (const { start, end } of find(file)) {
        yield {
          span: { start, end },
          message: `${what} requires Xen ${since}: Xen ${settings.xenVersion} rejects the file. ${advice}`,
        };
      }
    }
  },
};
