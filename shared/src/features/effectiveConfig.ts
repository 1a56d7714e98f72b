/** The effective configuration as texts: JSON for a program, and JSON with comments for a person. */

import type { Range } from 'vscode-languageserver-types';
import type { XlDocument } from '../document/document.ts';
import { rangeOf } from '../document/positions.ts';
import { type ConfigNode, effectiveConfiguration, type Origin, type Scalar } from '../effective/index.ts';
import { memoizeByObject } from '../memoize.ts';
import { RULES } from '../rules/index.ts';
import type { Problem } from '../rules/problem.ts';
import { printable, shorten } from '../text/printable.ts';
import { effectiveSummary } from './effectiveSummary.ts';

/** A line of the annotated text whose value comes from the file. */
export interface EffectiveLine {
  /** From 0. */
  readonly line: number;
  /** The settings, or the strings within their values. A part of a device has those of the device. */
  readonly sources: readonly Range[];
}

export interface EffectiveConfigText {
  /** What `xl create -n` prints, with null for what is open: random numbers, and what the host decides. */
  readonly json: string;
  /** The same with a summary above, and comments after the values: where they come from, or that they are defaults. */
  readonly annotated: string;
  /** In the order of the annotated text. */
  readonly lines: readonly EffectiveLine[];
  /** Why xl rejects the file; the texts are what was understood of it then. */
  readonly refused: readonly Problem[];
  /** Whether `xl create -n` accepts the file and prints the configuration, even if `xl create` fails later. */
  readonly isPrinted: boolean;
}

const AFTER_PARSING: ReadonlySet<string> = new Set(
  RULES.filter(({ isAfterParsing }) => isAfterParsing).map(({ code }) => code),
);

/** The texts of a guest's file. Computed once for a document. */
export const effectiveConfigText = memoizeByObject((doc: XlDocument): EffectiveConfigText => {
  const { guest, specs, settings, problems } = doc;
  const root = effectiveConfiguration({ guest, specs, xenVersion: settings.xenVersion });
  const refused = problems.filter(({ severity }) => severity === 'error');
  const heading = refused.map(
    ({ span, message }) => `// error in line ${lineOf(doc, span.start)}: ${oneLine(message)}\n`,
  );
  const summary = effectiveSummary(doc, root).map((line) => `// ${oneLine(line)}\n`);
  const above = [...heading, ...summary];
  const rows = rowsOf(root);
  return {
    json: `${rows.map(({ json }) => json).join('\n')}\n`,
    annotated: `${above.join('')}${rows.map((row) => row.json + commentOn(doc, row)).join('\n')}\n`,
    lines: rows.flatMap(({ sources }, at) =>
      sources.length > 0
        ? [{ line: above.length + at, sources: sources.map((origin) => rangeOf(doc, origin)) }]
        : [],
    ),
    refused,
    isPrinted: refused.every(
      ({ code, stage = 'defaults' }) => stage !== 'defaults' || AFTER_PARSING.has(code),
    ),
  };
});

const INDENT = '    ';

/** A line of the JSON. */
interface Row {
  readonly json: string;
  /** The value that begins on the line; undefined for a closing bracket. */
  readonly node: ConfigNode | undefined;
  /** The origins of the value, or of what it is a part of. */
  readonly sources: readonly Origin[];
  /** True for a value on one line that neither comes from the file nor is a part of what does. */
  readonly isDefault: boolean;
}

/** The tree as JSON, line by line. */
function rowsOf(root: ConfigNode): readonly Row[] {
  const rows: Row[] = [];
  const add = (
    node: ConfigNode,
    before: string,
    indent: string,
    after: string,
    inherited: readonly Origin[],
  ): void => {
    const sources = node.origins.length > 0 ? node.origins : inherited;
    const flat = onOneLine(node);
    if (flat !== undefined) {
      const isDefault = sources.length === 0 && node.kind !== 'open';
      rows.push({ json: `${indent}${before}${flat}${after}`, node, sources, isDefault });
      return;
    }
    const [opening, closing] = node.kind === 'list' ? '[]' : '{}';
    rows.push({ json: `${indent}${before}${opening}`, node, sources, isDefault: false });
    const children: readonly (readonly [string, ConfigNode])[] =
      node.kind === 'object'
        ? node.entries.map(([name, inner]) => [`${JSON.stringify(name)}: `, inner])
        : node.kind === 'list'
          ? node.items.map((inner) => ['', inner])
          : [];
    for (const [at, [name, inner]] of children.entries())
      add(inner, name, indent + INDENT, at === children.length - 1 ? '' : ',', sources.slice(0, SHOWN));
    rows.push({ json: `${indent}${closing}${after}`, node: undefined, sources, isDefault: false });
  };
  add(root, '', '', '', []);
  return rows;
}

/** A value without others in it, an empty one, or a list of numbers from one place. */
function onOneLine(node: ConfigNode): string | undefined {
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'bigint' ? String(node.value) : asJson(node.value);
    case 'open':
      return 'null';
    case 'object':
      return node.entries.length === 0 ? '{}' : undefined;
    case 'list': {
      const numbers = node.items.map((item) =>
        item.kind === 'scalar' && typeof item.value !== 'string' && item.origins.length === 0
          ? String(item.value)
          : undefined,
      );
      return numbers.every((number) => number !== undefined) ? `[${numbers.join(', ')}]` : undefined;
    }
  }
}

/** Characters that are valid in JSON and act on whatever shows them: they are written as their numbers. */
const UNSEEN = /[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]/gu;

const asJson = (value: Exclude<Scalar, bigint>): string =>
  JSON.stringify(value).replace(UNSEEN, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );

const WHY = { random: 'random: ', host: 'left to the host: ', long: '' } as const;

/** What is put after a line: where the value that begins on it comes from. */
function commentOn(doc: XlDocument, { node, isDefault }: Row): string {
  if (node === undefined) return '';
  const parts = [
    ...(isDefault ? ['default'] : []),
    ...(node.kind === 'open' ? [WHY[node.why] + node.note] : []),
    ...node.origins.slice(0, SHOWN).map((origin) => placeOf(doc, origin)),
    ...(node.origins.length > SHOWN ? [`and ${node.origins.length - SHOWN} more`] : []),
  ];
  return parts.length > 0 ? ` // ${parts.join('; ')}` : '';
}

/** So many places are named for one value, and are those of what is within it. */
const SHOWN = 4;
/** Longer texts are cut, in UTF-16 code units. */
const WIDTH = 79;

function placeOf(doc: XlDocument, { start, end, option, isSetting }: Origin): string {
  const source = oneLine(doc.file.text.slice(start, Math.min(end, start + 4 * WIDTH)));
  return `line ${lineOf(doc, start)}: ${isSetting ? '' : `${option}: `}${shorten(source, WIDTH)}`;
}

const lineOf = (doc: XlDocument, offset: number): number => doc.text.positionAt(offset).line + 1;

/** Nothing of the file ends the line of a comment, or turns the direction of what is behind it. */
const oneLine = (text: string): string => printable(text.replace(/\s+/g, ' ').trim());
