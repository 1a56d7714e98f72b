/** What was most likely meant by a disk spec that xl rejects. xl accepts every suggestion. */

import {
  type DiskSpec,
  diskPrefix,
  modernSpec,
  namedSpec,
  parseDiskSpec,
  separatorOf,
} from '../../model/disks.ts';
import type { XenVersion } from '../../schema/xenVersions.ts';
import type { Span } from '../../span.ts';

/** Placeholders for characters of the target that the positional syntax cannot hold: private-use characters. */
const STAND_INS: ReadonlyMap<string, string> = new Map([
  ['=', '\ue000'],
  [':', '\ue001'],
]);

/** The spec with its target as `target=`, for a target with a `=`, or with a colon that xl reads as a prefix. */
export function specWithNamedTarget(spec: DiskSpec, xenVersion: XenVersion): string | null {
  const prefixes = spec.tree.filter((part) => part.kind === 'prefix' && diskPrefix(part.name) !== undefined);
  const start = prefixes.at(-1)?.end ?? 0;
  const comma = spec.text.indexOf(',', start);
  const target = spec.text.slice(start, comma < 0 ? undefined : comma);
  if (!target.includes('/')) return null;
  const hidden = [...STAND_INS].reduce(
    (text, [character, standIn]) => text.replaceAll(character, standIn),
    target,
  );
  const read = parseDiskSpec(
    spec.text.slice(0, start) + hidden + spec.text.slice(start + target.length),
    xenVersion,
  );
  if (read.faults.length > 0) return null;
  const named = namedSpec({ ...read.fields, pdev_path: target.trimStart() }, separatorOf(read));
  return parseDiskSpec(named, xenVersion).faults.length === 0 ? named : null;
}

/** Prefixes at the start of the target, in any case: `TAP:AIO:`. */
const UPPER_PREFIXES = /^[ \t]*((?:[A-Za-z][A-Za-z0-9]*:)+)/;

/** The span of prefixes in the target that xl would know in lower case; null where there are none. */
export function findUpperCasePrefixes({ tree }: DiskSpec): Span | null {
  const target = tree.find((part) => part.kind === 'positional');
  if (target?.kind !== 'positional' || target.role !== 'target') return null;
  const prefixes = UPPER_PREFIXES.exec(target.value)?.[1];
  if (prefixes === undefined || prefixes === prefixes.toLowerCase()) return null;
  const start = target.start + target.value.indexOf(prefixes);
  const names = prefixes.toLowerCase().split(':').slice(0, -1);
  return names.every((name) => diskPrefix(name)) ? { start, end: start + prefixes.length } : null;
}

/** The spec in today's syntax, read as if those prefixes were in lower case. */
export function specWithLowerCasePrefixes(spec: DiskSpec, xenVersion: XenVersion): string | null {
  const prefixes = findUpperCasePrefixes(spec);
  if (!prefixes) return null;
  const { text } = spec;
  const { start, end } = prefixes;
  return modernSpec(
    parseDiskSpec(text.slice(0, start) + text.slice(start, end).toLowerCase() + text.slice(end), xenVersion),
    xenVersion,
  );
}

/** The spec without its prefixes, for one that names the format as today's syntax does: `phy:/dev/x,raw,xvda,w`. */
export function specWithoutPrefixes(spec: DiskSpec, xenVersion: XenVersion): string | null {
  const prefixes = spec.tree.filter((part) => part.kind === 'prefix');
  const first = prefixes[0];
  const last = prefixes.at(-1);
  if (!first || !last) return null;
  const text = spec.text.slice(0, first.start) + spec.text.slice(last.end);
  return parseDiskSpec(text, xenVersion).faults.length === 0 ? text : null;
}

/** The spec with `word,` inserted before a positional parameter, at an offset of its text. */
export function specWithInsertedField(
  spec: DiskSpec,
  at: number,
  word: string,
  xenVersion: XenVersion,
): string | null {
  const text = `${spec.text.slice(0, at)}${word},${spec.text.slice(at)}`;
  return parseDiskSpec(text, xenVersion).faults.length === 0 ? text : null;
}
