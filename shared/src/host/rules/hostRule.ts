/** The definition of a rule about the host. All of them are listed in index.ts. */

import type { Finding, RuleDescription } from '../../rules/rule.ts';
import { printable, shorten } from '../../text/printable.ts';
import type { HostReferences } from '../references.ts';
import type { HostView } from '../view.ts';

export interface HostContext {
  readonly references: HostReferences;
  readonly host: HostView;
}

/** Never an error: the host is not in the file. */
export interface HostRule extends RuleDescription {
  readonly severity: 'warning' | 'information';
  /** What it cannot tell it does not report. */
  readonly check: (context: HostContext) => Promise<readonly Finding[]>;
}

/** Longer text of the file is cut off. In UTF-16 code units. */
const LONGEST_NAME = 120;

/** The name of something on the host, in a message. */
export const named = (text: string): string =>
  `\`${printable(shorten(text, LONGEST_NAME)).replaceAll('`', "'")}\``;

export const NOT_STARTED = 'the guest does not start';

/** The findings about each item, in the order of the items. */
export const findEach = async <Item>(
  items: readonly Item[],
  find: (item: Item) => Promise<Finding | undefined>,
): Promise<readonly Finding[]> => (await Promise.all(items.map(find))).filter((one) => one !== undefined);
