/** `root` and `extra` as `cmdline`. Facts: parse_cmdline in xl_parse.c, the same since Xen 4.5. */

import { movesSilencedLines } from '../../directives/silence.ts';
import type { XlDocument } from '../../document/document.ts';
import type { Edit } from '../../edits/edit.ts';
import { removeSetting } from '../../edits/removeSetting.ts';
import { atomText } from '../../model/effectiveSettings.ts';
import { optionByName } from '../../schema/index.ts';
import { existsIn } from '../../schema/xenVersions.ts';
import type { Atom, Setting } from '../../syntax/index.ts';
import { isAtom } from '../../syntax/query.ts';
import { literalFor, type Quote, requoted } from './literals.ts';
import type { Refactoring } from './refactoring.ts';
import { isComplete } from './target.ts';

interface Given {
  readonly setting: Setting;
  readonly value: Atom;
}

export const toCmdline: Refactoring = {
  kinds: ['guest'],
  offers: ({ doc, setting: { name } }) => {
    if (name.text !== 'root' && name.text !== 'extra') return [];
    const edits = cmdlineEdits(doc);
    return edits.length > 0 ? [{ title: 'Merge root and extra into cmdline', edits }] : [];
  },
};

/**
 * The edits that write the one `root` and the one `extra` of a guest, or what there is of them, as the `cmdline` that
 * xl makes of them. None where the release has no `cmdline`, where there is one already, or where xl reads something
 * else than the two texts.
 */
export function cmdlineEdits(doc: XlDocument): Edit[] {
  const option = optionByName.get('cmdline');
  if (doc.kind.name !== 'guest' || !option || !existsIn(doc.settings.xenVersion, option)) return [];
  const names: readonly string[] = ['cmdline', 'root', 'extra'];
  const all = doc.file.settings.filter(({ name }) => names.includes(name.text));
  const root = onlyText(doc, all, 'root');
  const extra = onlyText(doc, all, 'extra');
  const given = [root, extra].flatMap((one) => one ?? []);
  // Whichever is left over is a `cmdline`, set twice, or no text.
  if (given.length === 0 || given.length < all.length) return [];
  const [first, second] = [...given].sort((a, b) => a.setting.start - b.setting.start);
  if (!first) return [];
  const { name } = first.setting;
  const rename = { start: name.start, end: name.end, newText: 'cmdline' };
  if (!root) return [rename];
  const newText = cmdlineText(doc.file.text, first, root.value, extra?.value);
  if (newText === undefined) return [];
  const { start, end } = first.value;
  const edits = [
    rename,
    { start, end, newText },
    ...(second ? [removeSetting(doc.file.text, second.setting.start, second.setting.end)] : []),
  ];
  return movesSilencedLines(doc.file, edits) ? [] : edits;
}

function onlyText(doc: XlDocument, settings: readonly Setting[], name: string): Given | undefined {
  const [setting, another] = settings.filter((one) => one.name.text === name);
  if (!setting || another || !isComplete(doc, setting) || setting.operator?.text !== '=') return undefined;
  const { value } = setting;
  return isAtom(value) ? { setting, value } : undefined;
}

/** The value of `cmdline`, in the quotes of the text that comes first. */
function cmdlineText(
  source: string,
  { value }: Given,
  root: Atom,
  extra: Atom | undefined,
): string | undefined {
  const quote: Quote = value.kind === 'string' ? value.quote : '"';
  const join = (text: (atom: Atom) => string): string =>
    [`root=${text(root)}`, ...(extra ? [text(extra)] : [])].join(' ');
  return literalFor(
    join(atomText),
    join((atom) => requoted(source, atom, quote)),
    quote,
  );
}
