/** The highlighting of a text according to parser and schema, with which editors are compared. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openDocument } from '@xlcfg/shared/src/document/openDocument.ts';
import { specStrings } from '@xlcfg/shared/src/document/specStrings.ts';
import { DISK } from '@xlcfg/shared/src/languages/disk/disk.ts';
import type { Piece } from '@xlcfg/shared/src/languages/pieces.ts';
import { DEFAULT_SETTINGS } from '@xlcfg/shared/src/settings.ts';
import { parseConfig, type Value } from '@xlcfg/shared/src/syntax/index.ts';
import { sourceSpan } from '@xlcfg/shared/src/syntax/stringContent.ts';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { idOf, readFileCases } from '../conformance/cases.ts';

export type HighlightKind =
  | 'comment'
  | 'name'
  | 'string'
  | 'number'
  | 'prefix'
  | 'key'
  | 'flag'
  | 'vdev'
  | 'target';

/** Offsets are UTF-16 code units into the text. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
  readonly kind: HighlightKind;
}

export interface ConfigFile {
  /** Area and name of a written case, or the path of an example. */
  readonly name: string;
  /** As editors have it: with LF line endings. */
  readonly text: string;
}

const EXAMPLES = path.resolve(import.meta.dirname, '../../server/examples');

const configFile = (name: string, bytes: Uint8Array): ConfigFile => ({
  name,
  text: Buffer.from(bytes)
    .toString('utf8')
    .replaceAll(/\r(?=\n)/g, ''),
});

/** The files of the conformance suite, and the examples. */
export const CONFIG_FILES: readonly ConfigFile[] = [
  ...(['guest', 'xl.conf', 'cpupool'] as const).flatMap((kind) =>
    readFileCases(kind).map((one) => configFile(idOf(one), one.bytes)),
  ),
  ...readdirSync(EXAMPLES).map((name) =>
    configFile(`examples/${name}`, readFileSync(path.join(EXAMPLES, name))),
  ),
];

const atomsIn = (value: Value | undefined): Value[] => {
  if (value?.kind === 'list') return value.items.flatMap(atomsIn);
  return value === undefined ? [] : [value];
};

/** Comments, names, strings and numbers. */
export const syntaxHighlights = (text: string): Highlight[] => {
  const { comments, settings } = parseConfig(text);
  return [
    ...comments.map(({ start, end }) => ({ start, end, kind: 'comment' as const })),
    ...settings.flatMap(({ name, operator, value }) => [
      ...(operator ? [{ start: name.start, end: name.end, kind: 'name' as const }] : []),
      ...atomsIn(value).flatMap(({ kind, start, end }) =>
        kind === 'string' || kind === 'number' ? { start, end, kind } : [],
      ),
    ]),
  ];
};

/** Among unnamed values, only those whose meaning doesn't depend on their position. */
const kindOfPiece = ({ kind, parameter }: Piece): HighlightKind | undefined => {
  if (kind === 'prefix' || kind === 'key' || kind === 'flag') return kind;
  return parameter === 'vdev' || parameter === 'target' ? parameter : undefined;
};

/** The parts of disk specs. None if xl rejects the file. */
export const diskHighlights = (text: string): Highlight[] => {
  const document = openDocument(
    TextDocument.create('file:///etc/xen/a.cfg', 'xlcfg', 1, text),
    DEFAULT_SETTINGS,
  );
  if (document.problems.some(({ severity }) => severity === 'error')) return [];
  return specStrings(document).flatMap(({ language, node, pieces }) =>
    language !== DISK
      ? []
      : pieces.flatMap((piece) => {
          const kind = piece.kind === 'unknown' ? undefined : kindOfPiece(piece);
          return kind ? { ...sourceSpan(node.content, piece.start, piece.end), kind } : [];
        }),
  );
};
