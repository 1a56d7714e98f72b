/** What is shown between the characters of a file. */

import type { XlDocument } from '../../document/document.ts';
import { type SpecString, settingContext, specStrings } from '../../document/specStrings.ts';
import type { SpecHint } from '../../languages/language.ts';
import { memoizeByObject } from '../../memoize.ts';
import type { EffectiveSetting } from '../../model/guest.ts';
import type { OptionSchema } from '../../schema/types.ts';
import { existsIn } from '../../schema/xenVersions.ts';

export interface Hint {
  /** Offset of the file, in UTF-16 code units. */
  readonly at: number;
  readonly label: string;
  /** `name` is shown before a field, `note` after what it is about. */
  readonly kind: 'name' | 'note';
  /** Markdown. */
  readonly tooltip: string;
}

/** The options that xl asks the file for, with what it gets: those of the release and of the type of guest. */
export function* effectiveOptions({
  kind,
  guest,
  settings,
}: XlDocument): Generator<[OptionSchema, EffectiveSetting]> {
  for (const setting of guest.settings.values()) {
    const option = kind.optionByName.get(setting.name);
    if (!option || !existsIn(settings.xenVersion, option)) continue;
    if (kind.name !== 'guest' || option.guestTypes.includes(guest.type)) yield [option, setting];
  }
}

/** The strings that xl reads for the guest. */
export const readStringsOf = (doc: XlDocument): readonly SpecString[] =>
  specStrings(doc).filter(({ counts }) => counts);

/** What only the room of a language knows of a string. */
interface RoomHint {
  readonly string: SpecString;
  readonly hint: SpecHint;
}

const roomHints = memoizeByObject((doc: XlDocument): readonly RoomHint[] =>
  readStringsOf(doc).flatMap((string) => {
    const { language, spec, setting } = string;
    const hints = language.hints?.(spec, settingContext(doc, setting)) ?? [];
    return hints.map((hint) => ({ string, hint }));
  }),
);

/** The hints of one kind that only the room of a language knows, put in words. */
export const fromRooms = <Kind extends SpecHint['kind']>(
  doc: XlDocument,
  kind: Kind,
  toHints: (string: SpecString, hint: Extract<SpecHint, { readonly kind: Kind }>) => readonly Hint[],
): readonly Hint[] => {
  const isOfKind = (hint: SpecHint): hint is Extract<SpecHint, { readonly kind: Kind }> => hint.kind === kind;
  return roomHints(doc).flatMap(({ string, hint }) => (isOfKind(hint) ? toHints(string, hint) : []));
};
