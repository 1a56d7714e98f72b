/** What stands at an offset. Spans include their end, where the cursor stands that types on. */
import { lastStartingBy } from '../binarySearch.ts';
import { type Span, touches } from '../span.ts';
import type { Atom, Comment, ConfigFile, Setting, Value } from './ast.ts';

const nodeTouching = <Node extends Span>(nodes: readonly Node[], offset: number): Node | undefined => {
  const node = lastStartingBy(nodes, offset);
  return node && touches(node, offset) ? node : undefined;
};

/** The setting at the offset; between two settings on one line, the one that starts there. */
export const settingAt = (file: ConfigFile, offset: number): Setting | undefined =>
  nodeTouching(file.settings, offset);

/** The comment that the offset is inside of, its end included, its `#` excluded. */
export function commentAt(file: ConfigFile, offset: number): Comment | undefined {
  const comment = nodeTouching(file.comments, offset);
  return comment && offset > comment.start ? comment : undefined;
}

export const isAtom = (value: Value): value is Atom => value.kind === 'string' || value.kind === 'number';

/** The strings and numbers in a value, in the order of the text. Lists may be nested deeper than the stack reaches. */
export function atomsIn(value: Value | undefined): Atom[] {
  const atoms: Atom[] = [];
  const waiting = value ? [value] : [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.kind === 'list') for (const item of [...node.items].reverse()) waiting.push(item);
    else if (isAtom(node)) atoms.push(node);
  }
  return atoms;
}

/** The values from the outermost to the innermost that the offset touches. */
export function valuesAt(value: Value | undefined, offset: number): Value[] {
  const path: Value[] = [];
  let current = value && touches(value, offset) ? value : undefined;
  while (current) {
    path.push(current);
    current = current.kind === 'list' ? nodeTouching(current.items, offset) : undefined;
  }
  return path;
}
