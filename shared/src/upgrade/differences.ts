/** Where two effective configurations of one file differ. */
import { toInt32 } from '../cNumbers.ts';
import type { ConfigNode, ObjectNode, Origin, Scalar } from '../effective/index.ts';

export interface Difference {
  /** Names and indices from the root: `nics`, `0`, `vlan`. */
  readonly path: readonly string[];
  /** Undefined: not in that configuration. */
  readonly before: ConfigNode | undefined;
  readonly after: ConfigNode | undefined;
  /** The settings and strings of the file that the value comes from. Empty: xl's own doing. */
  readonly origins: readonly Origin[];
  /** The configurations say the same in other words: a field moved, or a default is printed. */
  readonly isFormal: boolean;
}

type Found = Omit<Difference, 'isFormal'>;

/**
 * The differences in the order of the configurations, each at the outermost node that only one of them has.
 *
 * Values that are open in both are the same: a random number, or what the same host decides.
 */
export function differencesOf(before: ObjectNode, after: ObjectNode): readonly Difference[] {
  const found = differencesAt(before, after, [], []);
  return found.map((difference) => ({ ...difference, isFormal: isFormal(difference, found) }));
}

function differencesAt(
  before: ConfigNode | undefined,
  after: ConfigNode | undefined,
  path: readonly string[],
  inherited: readonly Origin[],
): readonly Found[] {
  const origins = originsOf(before, after) ?? inherited;
  if (before?.kind === 'object' && after?.kind === 'object') {
    const [old, young] = [new Map(before.entries), new Map(after.entries)];
    return namesOf(before, after).flatMap((name) =>
      differencesAt(old.get(name), young.get(name), [...path, name], origins),
    );
  }
  if (before?.kind === 'list' && after?.kind === 'list' && !(isFlat(before) && isFlat(after))) {
    return pairsOf(before.items, after.items).flatMap(([index, old, young]) =>
      differencesAt(old, young, [...path, String(index)], origins),
    );
  }
  if (compactJson(before) === compactJson(after)) return [];
  const all = origins.length > 0 ? origins : [after, before].flatMap(originsWithin);
  return [{ path, before, after, origins: all }];
}

const originsOf = (...nodes: readonly (ConfigNode | undefined)[]): readonly Origin[] | undefined =>
  nodes.findLast((node) => node !== undefined && node.origins.length > 0)?.origins;

/** The origins of what is in a node that has none itself, such as a list of strings. */
function originsWithin(node: ConfigNode | undefined): readonly Origin[] {
  if (node?.kind === 'list') return node.items.flatMap(originsIn);
  if (node?.kind === 'object') return node.entries.flatMap(([, inner]) => originsIn(inner));
  return [];
}

const originsIn = (node: ConfigNode): readonly Origin[] =>
  node.origins.length > 0 ? node.origins : originsWithin(node);

/** All names, those of `after` in its order, each of the others after the one that it followed. */
function namesOf(before: ObjectNode, after: ObjectNode): readonly string[] {
  const names = after.entries.map(([name]) => name);
  const known = new Set(names);
  let last: string | undefined;
  for (const [name] of before.entries) {
    if (!known.has(name)) names.splice(last === undefined ? 0 : names.indexOf(last) + 1, 0, name);
    last = name;
  }
  return names;
}

const isFlat = ({ items }: { readonly items: readonly ConfigNode[] }): boolean =>
  items.every(({ kind }) => kind === 'scalar');

type Pair = readonly [index: number, before: ConfigNode | undefined, after: ConfigNode | undefined];

/** Items of the same string belong together: a version may drop a string, and count the others from there. */
function pairsOf(before: readonly ConfigNode[], after: readonly ConfigNode[]): readonly Pair[] {
  const old = new Map(before.map((item, index) => [identityOf(item, index), item]));
  const young = new Set(after.map(identityOf));
  const pairs = after.map((item, index): Pair => [index, old.get(identityOf(item, index)), item]);
  const gone = before.flatMap((item, index): Pair[] =>
    young.has(identityOf(item, index)) ? [] : [[index, item, undefined]],
  );
  return [...pairs, ...gone].sort(([a], [b]) => a - b);
}

const identityOf = ({ origins: [origin] }: ConfigNode, index: number): string =>
  origin && !origin.isSetting ? `@${origin.start}` : String(index);

/** JSON without whitespace. Open values are written as what they are. */
export function compactJson(node: ConfigNode | undefined): string | undefined {
  switch (node?.kind) {
    case 'scalar':
      return scalarJson(node.value);
    case 'open':
      return JSON.stringify(`<${node.note}>`);
    case 'list':
      return `[${node.items.map(compactJson).join(',')}]`;
    case 'object':
      return `{${node.entries.map(([name, inner]) => `${JSON.stringify(name)}:${compactJson(inner)}`).join(',')}}`;
    case undefined:
      return undefined;
  }
}

const scalarJson = (value: Scalar): string =>
  typeof value === 'bigint' ? String(value) : JSON.stringify(value);

/** Numbers of devices that libxl hands out itself where xl does not. */
const HANDED_OUT = 'devid';

function isFormal({ path, before, after, origins }: Found, all: readonly Found[]): boolean {
  if (before && after) return isSameNumber(before, after) || leavesOf(before) === leavesOf(after);
  const name = path.at(-1);
  if (origins.length === 0 || name === HANDED_OUT) return true;
  const value = compactJson(before ?? after);
  return all.some(
    (other) =>
      other.path.at(-1) === name &&
      (before ? other.before === undefined : other.after === undefined) &&
      compactJson(other.before ?? other.after) === value,
  );
}

/** Some versions print unsigned numbers as signed ones. */
const isSameNumber = (a: ConfigNode, b: ConfigNode): boolean =>
  [a, b].every((node) => node.kind === 'scalar' && typeof node.value !== 'string') &&
  asInt(a) !== undefined &&
  asInt(a) === asInt(b);

const asInt = (node: ConfigNode): number | undefined =>
  node.kind === 'scalar' && (typeof node.value === 'number' || typeof node.value === 'bigint')
    ? toInt32(BigInt(node.value))
    : undefined;

/** The values in a node, without the lists and objects around them. */
function leavesOf(node: ConfigNode, name = ''): string {
  switch (node.kind) {
    case 'object':
      return node.entries.map(([inner, value]) => leavesOf(value, inner)).join('');
    case 'list':
      return node.items.map((item) => leavesOf(item, isFlat(node) ? name : '')).join('');
    default:
      return `${name}=${compactJson(node)};`;
  }
}

/** A path in one word: `nics[0].vlan`. */
export const pathText = (path: readonly string[]): string =>
  path.reduce((text, step) => (/^\d+$/.test(step) ? `${text}[${step}]` : `${text}.${step}`));
