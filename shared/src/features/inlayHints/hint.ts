/** What is shown between the characters of a file. */

import type { XlDocument } from '../../document/document.ts';
import { disksOf as disksOfGuest, type GuestDisk } from '../../model/disks.ts';
import type { EffectiveSetting } from '../../model/guest.ts';
import type { OptionSchema } from '../../schema/types.ts';
import { existsIn } from '../../schema/xenVersions.ts';

export interface Hint {
  /** Offset of the file, in UTF-16 code units. */
  readonly at: number;
  readonly label: string;
  /** `name` stands before a field and names it, `note` behind what it is about. */
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

/** The disks that xl gives to the guest. */
export const guestDisks = ({ kind, specs }: XlDocument): readonly GuestDisk[] =>
  kind.name === 'guest' ? disksOfGuest(specs) : [];
