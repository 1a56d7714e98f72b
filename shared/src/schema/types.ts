/** The shape of the schema: what is known of an option, of a parameter of a spec, of a value. */
import type { Lifetime, Release } from './releases.ts';

export type GuestType = 'pv' | 'pvh' | 'hvm';

export const GUEST_TYPES: readonly GuestType[] = ['pv', 'pvh', 'hvm'];

/**
 * How xl reads the value (the accessor in xl_parse.c).
 * - string: xlu_cfg_get_string; a number is taken as its text.
 * - number: xlu_cfg_get_long; a string that strtol reads is taken.
 * - boolean: xlu_cfg_get_defbool; as number, 0 is false, all else true.
 * - list: xlu_cfg_get_list; a string drops the option.
 * - stringOrList: both are taken.
 * - numberOrString: a number, or one of some words (tsc_mode, altp2m, ...).
 * - booleanOrList, booleanOrString: likewise.
 */
export type OptionKind =
  | 'string'
  | 'number'
  | 'boolean'
  | 'list'
  | 'stringOrList'
  | 'numberOrString'
  | 'booleanOrString'
  | 'booleanOrList';

/** What xl does with a value it cannot use. */
export type BadValueEffect = 'refused' | 'ignored';

export interface ValueDoc extends Partial<Lifetime> {
  /** As written in the file. */
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  /** Old spelling or meaning: what to write instead. */
  readonly deprecated?: string;
}

export interface Documentation {
  /** What it does, in one sentence that ends with a full stop. Plain text. */
  readonly summary: string;
  /** More, as Markdown: when it is wanted, what it costs, what goes wrong. */
  readonly details?: string;
  /** In words: `1`, `the value of memory`, `none`. */
  readonly defaultValue?: string;
  /** A line of configuration that the real xl takes. */
  readonly example?: string;
}

/** One option of a guest's file. */
export interface OptionSchema extends Documentation, Lifetime {
  readonly name: string;
  readonly kind: OptionKind;
  /** The guest types whose xl code reads it. */
  readonly guestTypes: readonly GuestType[];
  /** 1 (nearly every guest) to 5 (rare): the order in completion. */
  readonly use: 1 | 2 | 3 | 4 | 5;
  /** The words that xl takes; a value outside is judged by `otherValues`. */
  readonly values?: readonly ValueDoc[];
  /** What xl does with a value that is none of `values`. Absent: any value goes. */
  readonly otherValues?: BadValueEffect;
  /** MiB, seconds, ... of a number. */
  readonly unit?: string;
  /** The numbers that make sense to xl, both ends included, and what it does with others. */
  readonly range?: { readonly min?: number; readonly max?: number; readonly outside: BadValueEffect };
  /** What xl does with a value of the wrong kind or a bad number. Absent: it warns and goes on without the option. */
  readonly wrongKind?: 'refused' | 'silent';
  /** Deprecated since when and by what. */
  readonly deprecated?: { readonly since?: Release; readonly instead: string };
}

/** One parameter or flag of a spec string such as a disk's. */
export interface ParameterSchema extends Documentation, Lifetime {
  readonly name: string;
  /** A flag stands alone, without `=`. */
  readonly form: 'value' | 'flag';
  readonly values?: readonly ValueDoc[];
  readonly mandatory?: boolean;
  readonly deprecated?: string;
}

/** A deprecated prefix such as `tap:` in front of a disk's target. */
export interface PrefixSchema extends Documentation, Lifetime {
  readonly name: string;
  /** What to write today. */
  readonly instead: string;
}
