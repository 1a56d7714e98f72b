/** Options that no xl reads: misspelt ones, words of other tools, options of other files. */
import type { Fix } from '../../edits/edit.ts';
import { spanOf } from '../../span.ts';
import type { Setting } from '../../syntax/index.ts';
import { EVERY_KIND, type Finding, type Rule, type RuleContext } from '../rule.ts';
import { BOOLEANS } from './meantValues.ts';
import { meaningOf, type NameMeaning } from './nameMeaning.ts';
import { removal } from './removal.ts';
import { settingsOf } from './settingsOf.ts';

const isName = (name: string): boolean => /^[a-z][._0-9a-z]*$/.test(name);

export const unknownOption: Rule = {
  code: 'unknown-option',
  source: 'libxlu_cfg.c:find',
  kinds: EVERY_KIND,
  severity: 'warning',
  summary: 'An option that no version of xl reads.',
  details:
    'xl reads the options that it knows and silently ignores all others: a misspelt name is as good as a missing line. ' +
    'The message names the option that was meant, also for the words that other tools use, and says where options belong ' +
    'that xl.conf, the hypervisor or another program reads.\n\n' +
    '```\nmemroy = 512      # ignored\nram = 512         # ignored\nmemory = 512\n```',
  *check(context) {
    // In a program, unknown names are variables, and xl rejects it anyway.
    if (context.file.errors.some(({ code }) => code === 'python-code')) return;
    for (const setting of context.options.unknown) {
      const { name } = setting;
      if (context.kind.xendOptionByName.has(name) || !isName(name)) continue;
      const meaning = meaningOf(name, context);
      for (const one of settingsOf(setting)) yield unknownOptionFinding(one, meaning, context);
    }
  },
};

/** Whether a switch is turned off. */
const isOff = ({ value }: Setting): boolean => {
  if (value?.kind === 'number') return Number(value.text) === 0;
  return value?.kind === 'string' && BOOLEANS[value.content.text.trim().toLowerCase()] === '0';
};

/** The fix that writes what the synonym says, where that is a whole setting. */
function fixInstead({ start, end }: Setting, instead: string): readonly Fix[] {
  const newText = /^`(\w+ = [^`]*)`$/.exec(instead)?.[1];
  return newText === undefined
    ? []
    : [{ title: `Change to ${newText}`, preferred: true, edits: [{ start, end, newText }] }];
}

function unknownOptionFinding(setting: Setting, meaning: NameMeaning | null, context: RuleContext): Finding {
  const node = setting.name;
  const span = spanOf(node);
  const fixes = [removal(setting, context.file.text)];
  const unknown = `Unknown option \`${node.text}\`: xl silently ignores it.`;
  if (meaning === null) return { span, message: `${unknown} Check the name, or remove it.`, fixes };
  if (meaning.kind === 'otherFile') {
    const { of, advice } = meaning.file;
    return {
      span,
      message: `\`${node.text}\` is an option of ${of}: xl silently ignores it here. ${advice}`,
      fixes,
    };
  }
  const { option, isFree, instead, isSwitch } = meaning;
  if (isSwitch && isOff(setting)) return { span, message: `${unknown} Remove it.`, fixes };
  const other = isFree ? undefined : context.guest.settings.get(option)?.parts.at(-1)?.name;
  return {
    span,
    message: `${unknown} ${adviceOn(meaning)}`,
    ...(other ? { related: [{ span: spanOf(other), message: `\`${option}\` is set here.` }] } : {}),
    fixes:
      isFree && instead === undefined
        ? [{ title: `Change to ${option}`, preferred: true, edits: [{ ...span, newText: option }] }]
        : [...(isFree && instead !== undefined ? fixInstead(setting, instead) : []), ...fixes],
  };
}

/** What to write, as a sentence. */
export function adviceOn(meaning: Extract<NameMeaning, { kind: 'option' }>): string {
  const { option, instead, isFree, isCertain } = meaning;
  if (isCertain && isFree) return `Use ${instead ?? `\`${option}\``}.`;
  return `Did you mean \`${option}\`${isFree ? '' : ', which is already set'}?`;
}
