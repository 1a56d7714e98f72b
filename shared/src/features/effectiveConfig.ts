/** The effective configuration as texts: JSON for a program, and JSON with comments for a person. */

import type { XlDocument } from '../document/document.ts';
import { type ConfigNode, effectiveConfiguration, type Origin, type Scalar } from '../effective/index.ts';
import { memoizeByObject } from '../memoize.ts';
import { RULES } from '../rules/index.ts';
import type { Problem } from '../rules/problem.ts';
import { printable, shorten } from '../text/printable.ts';
import { effectiveSummary } from './effectiveSummary.ts';

export interface EffectiveConfigText {
  /** What `xl create -n` prints, with null for what is open: random numbers, and what the host decides. */
  readonly json: string;
  /** The same with a summary above, and comments after the values: where they come from, or that they are defaults. */
  readonly annotated: string;
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
  return {
    json: `${written(root, () => '')}\n`,
    annotated: `${[...heading, ...summary].join('')}${written(root, (node, isDefault) => commentOn(doc, node, isDefault))}\n`,
    refused,
    isPrinted: refused.every(
      ({ code, stage = 'defaults' }) => stage !== 'defaults' || AFTER_PARSING.has(code),
    ),
  };
});

const INDENT = '    ';

/**
 * The tree as JSON.
 *
 * @param comment gives what is put after the line on which a value begins. `isDefault` is true for a value on one line that
 *   neither comes from the file nor is a part of what does.
 */
function written(root: ConfigNode, comment: (node: ConfigNode, isDefault: boolean) => string): string {
  const lines: string[] = [];
  const add = (
    node: ConfigNode,
    before: string,
    indent: string,
    after: string,
    isWithinSource: boolean,
  ): void => {
    const isFromFile = isWithinSource || node.origins.length > 0;
    const flat = onOneLine(node);
    if (flat !== undefined) {
      lines.push(`${indent}${before}${flat}${after}${comment(node, !isFromFile && node.kind !== 'open')}`);
      return;
    }
    const [opening, closing] = node.kind === 'list' ? '[]' : '{}';
    lines.push(`${indent}${before}${opening}${comment(node, false)}`);
    const children: readonly (readonly [string, ConfigNode])[] =
      node.kind === 'object'
        ? node.entries.map(([name, inner]) => [`${JSON.stringify(name)}: `, inner])
        : node.kind === 'list'
          ? node.items.map((inner) => ['', inner])
          : [];
    for (const [at, [name, inner]] of children.entries())
      add(inner, name, indent + INDENT, at === children.length - 1 ? '' : ',', isFromFile);
    lines.push(`${indent}${closing}${after}`);
  };
  add(root, '', '', '', false);
  return lines.join('\n');
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

function commentOn(doc: XlDocument, node: ConfigNode, isDefault: boolean): string {
  const parts = [
    ...(isDefault ? ['default'] : []),
    ...(node.kind === 'open' ? [WHY[node.why] + node.note] : []),
    ...node.origins.slice(0, SHOWN).map((origin) => placeOf(doc, origin)),
    ...(node.origins.length > SHOWN ? [`and ${node.origins.length - SHOWN} more`] : []),
  ];
  return parts.length > 0 ? ` // ${parts.join('; ')}` : '';
}

/** So many places are named for one value. */
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
