/** The guest that a file describes, as xl reads it: which setting counts, which type the guest has, which disks. */

import type { Architecture } from '../schema/platform.ts';
import type { GuestType } from '../schema/types.ts';
import type { NumberLiteral, Setting, StringLiteral, Value } from '../syntax/index.ts';

export interface ArchitectureDecision {
  readonly architecture: Architecture;
  /** The settings say so, an option that only Arm uses is set, or neither: then it is x86. */
  readonly architectureFrom: 'settings' | 'default' | Setting;
}

export interface Guest extends ArchitectureDecision {
  /** By name, in the order in which the names first appear. */
  readonly settings: ReadonlyMap<string, EffectiveSetting>;
  /** The type as which xl reads the file. */
  readonly type: GuestType;
  /** The type as which libxl creates the guest: on Arm it makes PVH guests of PV ones. */
  readonly createdType: GuestType;
  /** The setting that decides the type; absent where none does and xl falls back to its default. */
  readonly typeSetting?: Setting;
}

/** One name, with all the settings of that name. */
export interface EffectiveSetting {
  readonly name: string;
  /** The settings that make up the value, oldest first: one, or more where `+=` adds to an earlier one. */
  readonly parts: readonly Setting[];
  /** Earlier settings of the name that a later `=` overrides. */
  readonly overridden: readonly Setting[];
  readonly value: EffectiveValue;
}

export type EffectiveValue =
  | {
      readonly kind: 'atom';
      readonly text: string;
      readonly nodes: readonly (StringLiteral | NumberLiteral)[];
    }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  /** A value with a syntax error, or a mix of lists and text. */
  | { readonly kind: 'invalid' };
