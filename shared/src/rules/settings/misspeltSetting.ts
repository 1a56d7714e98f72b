/** A mandatory setting that is there by another name: it is missing because of that name, and that is one finding. */

import { spanOf } from '../../span.ts';
import type { Name } from '../../syntax/index.ts';
import type { Finding, RuleContext } from '../rule.ts';
import { meaningOf } from './nameMeaning.ts';

export interface MisspeltSetting {
  /** The name as it is written. */
  readonly name: Name;
  /** The option that is meant. The file does not set it. */
  readonly option: string;
  /** True where there is no doubt that it is meant. */
  readonly isCertain: boolean;
}

/** The first setting with a name that xl does not read, and that is meant for one of the options. */
export function misspeltSetting(options: readonly string[], context: RuleContext): MisspeltSetting | null {
  for (const { name, parts } of context.options.unknown) {
    const written = parts.at(-1)?.name;
    if (!written || context.kind.xendOptionByName.has(name)) continue;
    const meaning = meaningOf(name, context);
    if (meaning?.kind !== 'option' || !meaning.isFree || meaning.instead !== undefined) continue;
    if (options.includes(meaning.option)) {
      const { option, isCertain } = meaning;
      return { name: written, option, isCertain };
    }
  }
  return null;
}

/**
 * The finding on the line of the misspelt name.
 *
 * @param outcome what is missing, and what xl does, in the middle of a sentence
 */
export function misspeltFinding({ name, option, isCertain }: MisspeltSetting, outcome: string): Finding {
  const span = spanOf(name);
  return {
    span,
    message: `Unknown option \`${name.text}\`: xl silently ignores it, so ${outcome}. ${isCertain ? `Write \`${option}\`.` : `Did you mean \`${option}\`?`}`,
    fixes: [{ title: `Change to ${option}`, preferred: true, edits: [{ ...span, newText: option }] }],
  };
}
