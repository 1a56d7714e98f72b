/** Counters put into a program: one at each place where its way may part. */
import { parseAst } from 'vitest/node';
import { COUNTERS } from './counters.ts';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const childOf = (node: Node, name: string): Node | undefined => {
  const child: unknown = Reflect.get(node, name);
  return isNode(child) ? child : undefined;
};

const childrenOf = (node: Node): Node[] =>
  Object.values(node).flatMap((child: unknown) => (Array.isArray(child) ? child : [child]).filter(isNode));

/** The children that are run or not, by the type of their parent. */
const BRANCHES: Readonly<Record<string, readonly string[]>> = {
  ArrowFunctionExpression: ['body'],
  AssignmentPattern: ['right'],
  ConditionalExpression: ['consequent', 'alternate'],
  DoWhileStatement: ['body'],
  ForInStatement: ['body'],
  ForOfStatement: ['body'],
  ForStatement: ['body'],
  IfStatement: ['consequent', 'alternate'],
  LogicalExpression: ['right'],
  WhileStatement: ['body'],
};

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * Puts counters into a module.
 *
 * @param source JavaScript
 * @param next gives the number of the next counter
 * @returns the module on the same lines
 */
export function instrument(source: string, next: () => number): string {
  const count = (): string => `${COUNTERS}[${next()}]++`;
  const opening: Insertion[] = [];
  const closing: Insertion[] = [];

  const visit = (node: Node): void => {
    if (node.type === 'BlockStatement') opening.push({ at: node.start + 1, text: `${count()};` });
    if (node.type === 'SwitchCase') {
      const [first] = childrenOf(node).filter((child) => child !== childOf(node, 'test'));
      if (first) opening.push({ at: first.start, text: `${count()};` });
    }
    const branches = (BRANCHES[node.type] ?? []).flatMap((name) => childOf(node, name) ?? []);
    for (const child of childrenOf(node)) {
      const isBranch = branches.includes(child) && child.type !== 'BlockStatement';
      const [before, between, after] = child.type.endsWith('Statement')
        ? (['{', ';', '}'] as const)
        : (['(', ',', ')'] as const);
      if (isBranch) opening.push({ at: child.start, text: `${before}${count()}${between}` });
      visit(child);
      if (isBranch) closing.push({ at: child.end, text: after });
    }
  };
  visit(parseAst(source));

  // Where one ends and another begins at the same place, the end comes first. The order is stable besides.
  const insertions = [...closing, ...opening].sort((a, b) => a.at - b.at);
  let result = '';
  let done = 0;
  for (const { at, text } of insertions) {
    result += source.slice(done, at) + text;
    done = at;
  }
  return result + source.slice(done);
}
