/** Paths and places as other programs want them. Pure. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Related, Span } from '@xlcfg/shared';
import type { Range, TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckedFile } from '../check/inspect.ts';
import type { ReportContext } from './format.ts';

/** The range of a span of the text. */
export const rangeOf = (text: TextDocument, { start, end }: Span): Range => ({
  start: text.positionAt(start),
  end: text.positionAt(end),
});

/** The path, as given, and the range of a place that has a part in a problem of the file. */
export const relatedPlace = (
  { path: own, text, paths }: CheckedFile,
  { span, location }: Related,
): { readonly path: string; readonly range: Range } =>
  location
    ? { path: paths?.get(location.uri) ?? location.uri, range: location.range }
    : { path: own, range: rangeOf(text, span) };

/** The way from the root to a file below it, with slashes; undefined for a file elsewhere. */
export const wayFromRoot = (
  { folder, root }: Pick<ReportContext, 'folder' | 'root'>,
  file: string,
): string | undefined => {
  const way = path.relative(root, path.resolve(folder, file));
  const isBelow = way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
  return isBelow ? way.split(path.sep).join('/') : undefined;
};

/** A way as a relative reference: what has a meaning in URIs is encoded. */
export const encodedWay = (way: string): string => way.split('/').map(encodeURIComponent).join('/');

/** The URI of a file that is named from the folder. */
export const uriFrom = (folder: string, file: string): string =>
  pathToFileURL(path.resolve(folder, file)).href;
