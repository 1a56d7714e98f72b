/** What makes one JSON value of another. Keys have no order, and none contains a slash. */

/** The place of a part, such as `nics/0/mac` (empty: the whole), and what it is; without that, it is not there. */
export type Change = readonly [path: string, value?: unknown];

/** The changes that make `to` of `from`; none where they are equal. */
export function changesBetween(from: unknown, to: unknown, path = ''): Change[] {
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  if (to === undefined) return [[path]];
  if (!isParent(from) || !isParent(to) || !haveSameShape(from, to)) return [[path, to]];
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((key) =>
    changesBetween(Reflect.get(from, key), Reflect.get(to, key), path === '' ? key : `${path}/${key}`),
  );
}

/** The value after the changes. */
export const changed = (from: unknown, changes: readonly Change[]): unknown =>
  changes.reduce((value, [path, to]) => withPart(value, path === '' ? [] : path.split('/'), to), from);

const isParent = (value: unknown): value is object => typeof value === 'object' && value !== null;

const haveSameShape = (one: object, other: object): boolean =>
  Array.isArray(one) === Array.isArray(other) &&
  (!Array.isArray(one) || (Array.isArray(other) && one.length === other.length));

function withPart(value: unknown, [key, ...rest]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value))
    return value.map((item, at) => (String(at) === key ? withPart(item, rest, to) : item));
  if (!isParent(value)) throw new Error(`nothing there to change: ${key}`);
  const inner = withPart(Reflect.get(value, key), rest, to);
  const others = Object.entries(value).filter(([name]) => name !== key);
  return Object.fromEntries(inner === undefined ? others : [...others, [key, inner]]);
}
