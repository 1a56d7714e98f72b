/** What is there in place of a name that is not. */

import { candidateOf, nearestOf, slipsInName } from '../text/nearest.ts';
import type { HostView } from './view.ts';

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Of `web1.qcow2`: `web1`. */
const stemOf = (name: string): string => name.replace(/(?<=.)\.[^.]*$/, '');

/** More than these are no help to anybody who chooses one. */
const MAX_SUGGESTIONS = 3;

/** A file that another file is about: its checksum, its backup. */
const COMPANION = /\.(?:bak|old|orig|md5|sha\d+|asc|sig|part|lock)$|~$/;

/** The paths in the folder of a missing file that may be meant: the same name with another ending, else the nearest name. */
export async function suggestPaths(host: HostView, path: string): Promise<readonly string[]> {
  const folder = folderOf(path);
  const names = ((await host.names(folder)) ?? []).filter((name) => !COMPANION.test(name));
  const wanted = nameOf(path);
  const sameStem = names.filter((name) => name !== wanted && stemOf(name) === stemOf(wanted));
  if (sameStem.length > 0) return sameStem.slice(0, MAX_SUGGESTIONS).map((name) => folder + name);
  const near = nearestOf(wanted, names.map(candidateOf), { slips: slipsInName });
  return near === null ? [] : [folder + near];
}
