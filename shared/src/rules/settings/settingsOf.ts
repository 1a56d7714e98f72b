import type { EffectiveSetting } from '../../model/guest.ts';
import type { Setting } from '../../syntax/index.ts';

/** All settings of a name, those that a later one overrides first. */
export const settingsOf = ({ overridden, parts }: EffectiveSetting): readonly Setting[] => [
  ...overridden,
  ...parts,
];
