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

export type Colour = 'comment' | 'name' | 'string' | 'number' | 'prefix' | 'key' | 'flag' | 'vdev' | 'target';

/** Offsets are UTF-16 code units into the text. */
export interface Coloured {
  readonly start: number;
  readonly end: number;
  readonly colour: Colour;
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDERS = ['test/conformance/files', 'test/conformance/otherFiles', 'server/examples'];

/** The files that the project has been written for, by their paths from its folder. */
export const CONFIG_FILES: readonly string[] = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(ROOT, path.join(parentPath, name))),
).sort();

/** The text of such a file as editors show it: without the carriage returns of Windows. */
export const readConfig = (file: string): string =>
  readFileSync(path.join(ROOT, file), 'utf8').replaceAll(/\r(?=\n)/g, '');

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
