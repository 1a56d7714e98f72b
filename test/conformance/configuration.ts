/** The configuration that xl prints, and the same of ours: key by key, in the order in which they stand. */
import type { XlDocument } from '@xlcfg/shared/src/document/document.ts';
import { type ConfigNode, effectiveConfiguration, type Host } from '@xlcfg/shared/src/effective/index.ts';
import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { encode } from './bytes.ts';
import { type Disagreement, differ } from './compare.ts';
import { formAt, specifiedJson, unspecifiedIn } from './unspecified.ts';

/** The host that native/ pretends, and where Debian has Xen's firmware and logs. */
export const pretendedHost = (xenVersion: XenVersion): Host => ({
  cpus: 64,
  nodes: [0, 1].map((node) => Array.from({ length: 32 }, (_, at) => 32 * node + at)),
  firmwareFolder: `/usr/lib/xen-${xenVersion}/boot`,
  logFolder: '/var/log/xen',
});

/** What xl would make of the document on that host. */
export const configurationOf = ({ guest, specs, settings: { xenVersion } }: XlDocument): ConfigNode =>
  effectiveConfiguration({ guest, specs, xenVersion, host: pretendedHost(xenVersion) });

/**
 * Where a recorded configuration differs; what is unspecified is left out of both, numbers are doubles, and keys are in any
 * order.
 */
export function compareRecorded(text: string, json: unknown, document: XlDocument): Disagreement | undefined {
  const all = JSON.parse(JSON.stringify(plain(configurationOf(document))));
  const unspecified = unspecifiedIn(encode(text), document.settings.xenVersion);
  return differ(text, json, specifiedJson(all, unspecified));
}

/** As JSON, without what is open. */
export function plain(node: ConfigNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'bigint' ? Number(node.value) : node.value;
    case 'open':
      return undefined;
    case 'list':
      return node.items.map(plain);
    case 'object':
      return Object.fromEntries(node.entries.map(([name, inner]) => [name, plain(inner)]));
  }
}

/** A difference, by the way to it. */
export interface Difference {
  readonly path: string;
  readonly xl: string;
  readonly ours: string;
}

/** The first difference to what xl printed, as it stands. */
export const comparePrinted = (json: string, document: XlDocument): Difference | undefined =>
  differenceOf(parsePrinted(json), configurationOf(document), '');

/** JSON with its numbers as they are written: xl has more digits than a double. */
type Printed =
  | { readonly kind: 'scalar'; readonly token: string }
  | { readonly kind: 'list'; readonly items: readonly Printed[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Printed])[] };

const TOKEN = /"(?:[^"\\]|\\.)*"|[-+.\w]+|[{}[\]]/gs;

/** Commas and colons say nothing that the order does not. */
function parsePrinted(json: string): Printed {
  const tokens = json.match(TOKEN) ?? [];
  let at = 0;
  const read = (): Printed => {
    const token = tokens[at++] ?? '';
    if (token === '[') {
      const items: Printed[] = [];
      while (at < tokens.length && tokens[at] !== ']') items.push(read());
      at++;
      return { kind: 'list', items };
    }
    if (token !== '{') return { kind: 'scalar', token };
    const entries: [string, Printed][] = [];
    while (at < tokens.length && tokens[at] !== '}') {
      const name: string = JSON.parse(tokens[at++] ?? '""');
      entries.push([name, read()]);
    }
    at++;
    return { kind: 'object', entries };
  };
  return read();
}

/** A MAC address that is not printed where memory happens to make it all zeros. */
const UNPRINTED_ZEROS = /^\/nics\/\d+\/mac$/;

/** What a printed value says, its numbers as doubles. */
function printedValue(printed: Printed | undefined): unknown {
  switch (printed?.kind) {
    case undefined:
      return undefined;
    case 'scalar':
      return JSON.parse(printed.token);
    case 'list':
      return printed.items.map(printedValue);
    case 'object':
      return Object.fromEntries(printed.entries.map(([name, inner]) => [name, printedValue(inner)]));
  }
}

function differenceOf(
  xl: Printed | undefined,
  ours: ConfigNode | undefined,
  path: string,
): Difference | undefined {
  const differs = { path, xl: shown(xl), ours: shown(ours && asPrinted(ours)) };
  if (ours?.kind === 'open') {
    const agrees =
      ours.why === 'long' ||
      (ours.why === 'random' && !xl && UNPRINTED_ZEROS.test(path)) ||
      (ours.why === 'random' && formAt(path.slice(1))?.(printedValue(xl)) === true);
    return agrees ? undefined : differs;
  }
  if (!xl || !ours || xl.kind !== ours.kind) return differs;
  if (xl.kind === 'list' && ours.kind === 'list') {
    if (xl.items.length !== ours.items.length) return differs;
    return firstOf(xl.items.map((item, at) => differenceOf(item, ours.items[at], `${path}/${at}`)));
  }
  if (xl.kind === 'object' && ours.kind === 'object') {
    const theirs = new Map(xl.entries);
    const names = ours.entries.flatMap(([name, node]) =>
      node.kind === 'open' && !theirs.has(name) ? [] : [name],
    );
    if (names.join() !== xl.entries.map(([name]) => name).join()) return differs;
    return firstOf(
      ours.entries.map(([name, node]) => differenceOf(theirs.get(name), node, `${path}/${name}`)),
    );
  }
  return differs.xl === differs.ours ? undefined : differs;
}

const firstOf = (differences: readonly (Difference | undefined)[]): Difference | undefined =>
  differences.find((difference) => difference !== undefined);

function asPrinted(node: ConfigNode): Printed {
  switch (node.kind) {
    case 'scalar':
      return {
        kind: 'scalar',
        token: typeof node.value === 'bigint' ? `${node.value}` : JSON.stringify(node.value),
      };
    case 'open':
      return { kind: 'scalar', token: `(${node.why})` };
    case 'list':
      return { kind: 'list', items: node.items.map(asPrinted) };
    case 'object':
      return { kind: 'object', entries: node.entries.map(([name, inner]) => [name, asPrinted(inner)]) };
  }
}

function shown(printed: Printed | undefined): string {
  switch (printed?.kind) {
    case undefined:
      return 'nothing';
    case 'scalar':
      // The two escape strings differently.
      return printed.token.startsWith('"') ? JSON.stringify(JSON.parse(printed.token)) : printed.token;
    case 'list':
      return `[${printed.items.map(shown).join(', ')}]`;
    case 'object':
      return `{${printed.entries.map(([name, inner]) => `${name}: ${shown(inner)}`).join(', ')}}`;
  }
}
