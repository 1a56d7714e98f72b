/** Differences as plain JSON values. */
import type { ConfigNode } from '../effective/index.ts';
import { type Difference, pathText } from './differences.ts';

/** Without `before` or `after`: the value is not in that configuration. Null: it is not known from the file. */
export interface PlainDifference {
  /** `nics[0].vlan`. */
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** The configurations say the same in other words. */
  readonly formal?: true;
}

export const plainDifference = ({ path, before, after, isFormal }: Difference): PlainDifference => ({
  path: pathText(path),
  ...(before && { before: plainValue(before) }),
  ...(after && { after: plainValue(after) }),
  ...(isFormal && { formal: true }),
});

/** Numbers beyond those of a double lose their last digits, as in any JSON. */
function plainValue(node: ConfigNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'bigint' ? Number(node.value) : node.value;
    case 'open':
      return null;
    case 'list':
      return node.items.map(plainValue);
    case 'object':
      return Object.fromEntries(node.entries.map(([name, inner]) => [name, plainValue(inner)]));
  }
}
