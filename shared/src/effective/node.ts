/** The configuration of a guest as a tree, each value with the places of the file that it comes from. */
import type { Span } from '../span.ts';

/** A setting, or a string within its value; offsets are UTF-16 code units into the file. */
export interface Origin extends Span {
  /** The option of the setting. */
  readonly option: string;
  /** True where the span is that of the whole setting, its name included. */
  readonly isSetting: boolean;
}

/** What JSON has beside objects and lists; a bigint where a double has not digits enough. */
export type Scalar = string | number | bigint | boolean | null;

interface Placed {
  /** In the order in which they make up the value; empty for what no line of the file says. */
  readonly origins: readonly Origin[];
}

export interface ScalarNode extends Placed {
  readonly kind: 'scalar';
  readonly value: Scalar;
}

/** A value that is there, but not known from the file. */
export interface OpenNode extends Placed {
  readonly kind: 'open';
  /**
   * - random: another one each time.
   * - host: the machine decides that runs xl.
   * - long: known, and longer than anybody would read.
   */
  readonly why: 'random' | 'host' | 'long';
  /** What it is, in a few words without a full stop. */
  readonly note: string;
}

export interface ObjectNode extends Placed {
  readonly kind: 'object';
  /** In the order in which xl prints them. */
  readonly entries: readonly (readonly [name: string, node: ConfigNode])[];
}

export interface ListNode extends Placed {
  readonly kind: 'list';
  readonly items: readonly ConfigNode[];
}

export type ConfigNode = ScalarNode | OpenNode | ObjectNode | ListNode;

export const scalar = (value: Scalar, origins: readonly Origin[] = []): ScalarNode => ({
  kind: 'scalar',
  value,
  origins,
});

/** A whole number of any size. */
export const integer = (value: bigint, origins: readonly Origin[] = []): ScalarNode => {
  const double = Number(value);
  return scalar(Number.isSafeInteger(double) ? double : value, origins);
};

export const open = (why: OpenNode['why'], note: string, origins: readonly Origin[] = []): OpenNode => ({
  kind: 'open',
  why,
  note,
  origins,
});

/** The note of a random value that no random number makes. */
export const UNSET = 'from memory that xl does not set';

export const list = (items: readonly ConfigNode[], origins: readonly Origin[] = []): ListNode => ({
  kind: 'list',
  items,
  origins,
});

/** An object of those entries that there are. */
export const object = (
  entries: readonly (readonly [name: string, node: ConfigNode | undefined])[],
  origins: readonly Origin[] = [],
): ObjectNode => ({
  kind: 'object',
  entries: entries.filter((entry): entry is readonly [string, ConfigNode] => entry[1] !== undefined),
  origins,
});

/** Lists without an item are not printed. */
export const listOrNothing = (
  items: readonly ConfigNode[],
  origins: readonly Origin[] = [],
): ListNode | undefined => (items.length > 0 ? list(items, origins) : undefined);

/** So many numbers are listed for one option: a small file must not make a large configuration. */
export const MOST_NUMBERS = 65_536;

export const tooLong = (origins: readonly Origin[] = []): OpenNode =>
  open('long', 'a very long list', origins);
