/** Paths as other programs read them. Pure. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { relativeToFolder } from '../common/paths.ts';
import type { ReportContext } from './format.ts';

/**
 * The path of a file from the root of the repository, with slashes; undefined for a file outside.
 *
 * @param file as given on the command line
 */
export const pathFromRoot = (
  { workingFolder, repositoryRoot }: Pick<ReportContext, 'workingFolder' | 'repositoryRoot'>,
  file: string,
): string | undefined =>
  relativeToFolder(repositoryRoot, path.resolve(workingFolder, file))?.split(path.sep).join('/');

/** A relative path as a relative URI reference: characters with a meaning in URIs are percent-encoded. */
export const toUriReference = (relative: string): string =>
  relative.split('/').map(encodeURIComponent).join('/');

/** The URI of a file whose path begins in a folder. */
export const toFileUri = (folder: string, file: string): string =>
  pathToFileURL(path.resolve(folder, file)).href;
