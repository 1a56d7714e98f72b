/** What changes from one release to another, as the project reports it and as the real xl of both say. */
import { compareVersions, type VersionComparison } from '@xlcfg/shared';
import { refusalOf } from './agree.ts';
import type { FileAnswer } from './answers.ts';
import { encode } from './bytes.ts';
import { type Disagreement, differ } from './compare.ts';
import { plain, pretendedHost } from './configuration.ts';
import { open } from './judge.ts';
import type { Release } from './releases.ts';
import { specifiedJson, unspecifiedIn } from './unspecified.ts';

/** A release, and what its xl says of a file. */
export interface Asked {
  readonly release: Release;
  readonly answer: FileAnswer;
}

/** Where the two part: over what becomes of the file, or over a difference of its configurations. */
export function compareUpgrade(text: string, before: Asked, after: Asked): Disagreement | undefined {
  const [from, to] = [before.release.xenVersion, after.release.xenVersion];
  const comparison = compareVersions(open(text), from, to, {
    from: pretendedHost(from),
    to: pretendedHost(to),
  });
  const found =
    compareOutcomes(text, comparison, before, after) ??
    compareConfigurations(text, comparison, before, after);
  return found && { ...found, xl: `${from} to ${to}: ${found.xl}` };
}

/** Left out: what the host or memory decides. */
function compareOutcomes(
  text: string,
  { outcome }: VersionComparison,
  before: Asked,
  after: Asked,
): Disagreement | undefined {
  const [old, young] = [before, after].map(({ answer }) => refusalOf(text, answer));
  if (old === 'open' || young === 'open') return undefined;
  const verdicts = { before: old === 'accepted', after: young === 'accepted' };
  return differ(text, verdicts, {
    before: outcome !== 'repaired' && outcome !== 'rejected',
    after: outcome !== 'breaks' && outcome !== 'rejected',
  });
}

/** The differences, applied to what the one release prints, give what the other prints. */
function compareConfigurations(
  text: string,
  { differences }: VersionComparison,
  before: Asked,
  after: Asked,
): Disagreement | undefined {
  const [old, young] = [before.answer, after.answer];
  if (old.json === undefined || young.json === undefined) return undefined;
  if (old.verdict === 'open' || young.verdict === 'open') return undefined;
  const changed = differences.reduce<unknown>(
    (json, difference) => withValue(json, difference.path, difference.after && plain(difference.after)),
    old.json,
  );
  // What is unspecified in one of the two is in neither.
  const unspecified = [before, after].flatMap(({ release }) =>
    unspecifiedIn(encode(text), release.xenVersion),
  );
  return differ(
    text,
    specifiedJson(young.json, unspecified),
    specifiedJson(withoutGaps(changed), unspecified),
  );
}

/** The value with another one at the path; undefined removes it, and leaves a gap in a list: others keep their places. */
function withValue(json: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (Array.isArray(json)) {
    const items = [...json];
    items[Number(name)] = withValue(items[Number(name)], rest, value);
    return items;
  }
  const entries = Object.entries(json ?? {});
  const inner = withValue(Object.fromEntries(entries)[name], rest, value);
  const others = entries.filter(([key]) => key !== name);
  return Object.fromEntries(inner === undefined ? others : [...others, [name, inner]]);
}

function withoutGaps(json: unknown): unknown {
  if (Array.isArray(json)) return json.filter((item) => item !== undefined).map(withoutGaps);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, withoutGaps(value)]));
}
