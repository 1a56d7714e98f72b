/** Quotes and spaces around the values of options, inside the string. */
import { languageOf } from '../../languages/index.ts';
import { withoutPadding } from '../../languages/toolkit/padding.ts';
import type { EffectiveSetting } from '../../model/guest.ts';
import type { OptionSchema } from '../../schema/types.ts';
import { spanOf } from '../../span.ts';
import { encodeString } from '../../syntax/index.ts';
import { EVERY_KIND, type Finding, NOTHING, type Rule, type RuleContext } from '../rule.ts';

/** Options whose text is split at spaces, or where users choose every character. */
const FREE_TEXT: ReadonlySet<string> = new Set([
  ...['cmdline', 'extra', 'root', 'pvshim_cmdline', 'pvshim_extra', 'stubdomain_cmdline'],
  ...['vncpasswd', 'spicepasswd', 'name'],
]);

function findingFor(option: OptionSchema, { value, parts }: EffectiveSetting): Finding | null {
  const node = value.kind === 'atom' && parts.length === 1 ? value.nodes[0] : undefined;
  if (option.kind !== 'string' || node?.kind !== 'string' || languageOf(option.name)) return null;
  const { text } = node.content;
  const bare = withoutPadding(text);
  const isQuoted = /^\s*["']/.test(text) && bare !== text.trim();
  if (bare === text || bare === '' || (FREE_TEXT.has(option.name) && !isQuoted)) return null;
  // A command line may begin and end with words in quotes.
  if (FREE_TEXT.has(option.name) && /\s/.test(bare)) return null;
  const encoded = encodeString(bare, node.quote);
  const what = isQuoted ? 'The quotes inside the string are' : 'The space inside the string is';
  return {
    span: spanOf(node),
    message: `${what} part of \`${option.name}\` for xl. Use \`${JSON.stringify(bare)}\`.`,
    fixes:
      encoded === null
        ? []
        : [
            {
              title: `Change to ${bare}`,
              preferred: true,
              edits: [{ ...spanOf(node), newText: `${node.quote}${encoded}${node.quote}` }],
            },
          ],
  };
}

function findAll({ options, invalidValues }: RuleContext): readonly Finding[] {
  const found: Finding[] = [];
  for (const { option, setting } of options.read) {
    const finding = findingFor(option, setting);
    if (finding && !invalidValues.some((invalid) => invalid.option === option)) found.push(finding);
  }
  return found.length > 0 ? found : NOTHING;
}

export const valuePadding: Rule = {
  code: 'value-padding',
  source: 'xl_parse.c:parse_config_data libxlu_cfg_l.l',
  kinds: EVERY_KIND,
  severity: 'warning',
  summary: 'Quotes or spaces around a value, inside its string.',
  details:
    'xl takes the whole text between the quotes of the string. A path with a space after it is another path, and quotes within ' +
    'quotes belong to the value.\n\n```\nkernel = "/boot/vmlinuz "     # no such file\nkernel = "/boot/vmlinuz"\n```',
  check: findAll,
};
