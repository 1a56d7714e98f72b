/** What highlighting has to tell of a text, as parser and schema have it, for any editor to be compared with. */

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

export type Colour = 'comment' | 'name' | 'string' | 'number' | 'prefix' | 'key' | 'flag' | 'vdev' | 'target';

/** Offsets are UTF-16 code units into the text. */
export interface Coloured {
  readonly start: number;
  readonly end: number;
  readonly colour: Colour;
}

export interface ConfigFile {
  /** Area and name of a written case, or the path of an example. */
  readonly name: string;
  /** As editors show it: without the carriage returns of Windows. */
  readonly text: string;
}

const EXAMPLES = path.resolve(import.meta.dirname, '../../server/examples');

const configFile = (name: string, bytes: Uint8Array): ConfigFile => ({
  name,
  text: Buffer.from(bytes)
    .toString('utf8')
    .replaceAll(/\r(?=\n)/g, ''),
});

/** The files that the project has been written for: the written cases of the conformance suite, and the examples. */
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
export const syntaxOf = (text: string): Coloured[] => {
  const { comments, settings } = parseConfig(text);
  return [
    ...comments.map(({ start, end }) => ({ start, end, colour: 'comment' as const })),
    ...settings.flatMap(({ name, operator, value }) => [
      ...(operator ? [{ start: name.start, end: name.end, colour: 'name' as const }] : []),
      ...atomsIn(value).flatMap(({ kind, start, end }) =>
        kind === 'string' || kind === 'number' ? { start, end, colour: kind } : [],
      ),
    ]),
  ];
};

/** Of words without a name only those that no place is needed for. */
const colourOfPiece = ({ kind, parameter }: Piece): Colour | undefined => {
  if (kind === 'prefix' || kind === 'key' || kind === 'flag') return kind;
  return parameter === 'vdev' || parameter === 'target' ? parameter : undefined;
};

/** The pieces of disks, if xl takes the file. */
export const disksOf = (text: string): Coloured[] => {
  const document = openDocument(
    TextDocument.create('file:///etc/xen/a.cfg', 'xlcfg', 1, text),
    DEFAULT_SETTINGS,
  );
  if (document.problems.some(({ severity }) => severity === 'error')) return [];
  return specStrings(document).flatMap(({ language, node, pieces }) =>
    language !== DISK
      ? []
      : pieces.flatMap((piece) => {
          const colour = piece.kind === 'unknown' ? undefined : colourOfPiece(piece);
          return colour ? { ...sourceSpan(node.content, piece.start, piece.end), colour } : [];
        }),
  );
};
