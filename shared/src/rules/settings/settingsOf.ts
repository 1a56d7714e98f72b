import type { Fix } from '../../edits/edit.ts';
import { removeSetting } from '../../edits/removeSetting.ts';
import type { EffectiveSetting } from '../../model/guest.ts';
import type { Setting } from '../../syntax/index.ts';

/** All settings of a name, those that a later one overrides first. */
export const settingsOf = ({ overridden, parts }: EffectiveSetting): readonly Setting[] => [
  ...overridden,
  ...parts,
];

/** A fix that removes a setting. */
export const removal = ({ name, start, end }: Setting, text: string): Fix => ({
  title: `Remove ${name.text}`,
  edits: [removeSetting(text, start, end)],
});
