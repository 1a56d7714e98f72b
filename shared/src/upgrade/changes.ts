/** The changes between two readings of a file: its problems and its effective configuration, side by side. */
import { removeSetting } from '../edits/removeSetting.ts';
import type { ConfigNode } from '../effective/index.ts';
import type { OptionSetting } from '../model/classifyOptions.ts';
import type { Problem } from '../rules/problem.ts';
import { compareSpans, type Span, spanOf } from '../span.ts';
import { withoutAdvice } from '../text/advice.ts';
import { printable, shorten } from '../text/printable.ts';
import { listed } from '../text/sentences.ts';
import type { Change, ChangeKind } from './comparison.ts';
import { compactJson, type Difference, pathText } from './differences.ts';
import { type DifferencePlaces, differencesAt, placesOf } from './places.ts';
import type { Reading } from './reading.ts';

/** In the order of the text, what matters most first where two are at the same place. */
export function changesBetween(
  before: Reading,
  after: Reading,
  differences: readonly Difference[],
): readonly Change[] {
  const real = differences.filter(({ isFormal }) => !isFormal);
  const places = placesOf(real);
  const lost = startsOfNames(optionsRead(after, before));
  const gained = optionsRead(before, after);
  const elsewhere = new Set([...startsOfNames(gained), ...startsOfNames(unreadByBoth(before, after))]);
  const changes = [
    ...newProblems(before, after)
      .filter(({ span }) => !elsewhere.has(span.start))
      .map((problem) => problemChange(problem, lost, after, places)),
    ...gained.map((option) => readChange(option, before, after, places)),
    ...goneProblems(before, after)
      .filter(({ span }) => !elsewhere.has(span.start) && !isInRejectedSetting(span, after))
      .map((problem) => resolvedChange(problem, before, after, places)),
  ];
  const explained = new Set(changes.flatMap((change) => change.differences));
  const rest = real.filter((difference) => !explained.has(difference));
  return [...changes, ...byOrigin(rest).map((group) => differenceChange(group, before, after))].sort(
    (a, b) => compareSpans(a.span, b.span) || RANK[a.kind] - RANK[b.kind],
  );
}

const RANK: Readonly<Record<ChangeKind, number>> = {
  rejected: 0,
  ignored: 1,
  warned: 2,
  changed: 3,
  read: 4,
  resolved: 5,
  deprecated: 6,
};

/** Where the names are by which the options are set. */
const startsOfNames = (options: readonly OptionSetting[]): ReadonlySet<number> =>
  new Set(
    options.flatMap(({ setting }) => [...setting.overridden, ...setting.parts]).map(({ name }) => name.start),
  );

/** Options that one version does not have, and the other does not read for the type of the guest. */
const unreadByBoth = (before: Reading, after: Reading): readonly OptionSetting[] => {
  const [old, young] = [before, after].map(({ options }) => [
    ...options.ofOtherVersions,
    ...options.ofOtherGuestTypes,
  ]);
  const unread = new Set(young?.map(({ option }) => option));
  return old?.filter(({ option }) => unread.has(option)) ?? [];
};

/** The options that the second version reads, and the first does not have. */
const optionsRead = (first: Reading, second: Reading): readonly OptionSetting[] => {
  const missing = new Set(first.options.ofOtherVersions.map(({ option }) => option));
  return second.options.read.filter(({ option }) => missing.has(option));
};

/** A problem is the same in two versions whatever its words: they often name the version. */
const keyOf = ({ code, severity, span }: Problem): string => `${code} ${severity} ${span.start} ${span.end}`;

const newProblems = (before: Reading, after: Reading): readonly Problem[] => {
  const known = new Set(before.problems.map(keyOf));
  return after.problems.filter((problem) => !known.has(keyOf(problem)) && kindOf(problem) !== undefined);
};

/** Problems of which only the words about their seriousness changed are not gone. */
const goneProblems = (before: Reading, after: Reading): readonly Problem[] => {
  const left = new Set(after.problems.map(placeOf));
  return before.problems.filter(
    (problem) => !left.has(placeOf(problem)) && ['error', 'warning'].includes(problem.severity),
  );
};

/** Whether the second version rejects something in the same setting, so that it has a problem there after all. */
function isInRejectedSetting({ start }: Span, { document, problems }: Reading): boolean {
  const setting = document.file.settings.find((one) => one.start <= start && start < one.end);
  return (
    setting !== undefined &&
    problems.some(
      ({ severity, span }) => severity === 'error' && span.start >= setting.start && span.start < setting.end,
    )
  );
}

const placeOf = ({ code, span }: Problem): string => `${code} ${span.start} ${span.end}`;

function kindOf({ severity, tag }: Problem): ChangeKind | undefined {
  if (severity === 'error') return 'rejected';
  if (severity === 'warning') return 'warned';
  return tag === 'deprecated' ? 'deprecated' : undefined;
}

function problemChange(
  problem: Problem,
  lost: ReadonlySet<number>,
  after: Reading,
  places: DifferencePlaces,
): Change {
  const { code, span, message, fixes = [] } = problem;
  const kind = lost.has(span.start) ? 'ignored' : (kindOf(problem) ?? 'warned');
  return { kind, span, code, message, differences: differencesAt(span, after.document.file, places), fixes };
}

function readChange(
  { option: { name }, setting: { parts, overridden } }: OptionSetting,
  before: Reading,
  after: Reading,
  places: DifferencePlaces,
): Change {
  const { text } = after.document.file;
  return {
    kind: 'read',
    span: spanOfAll(parts),
    message:
      `Xen ${after.xenVersion} reads \`${name}\`, which Xen ${before.xenVersion} ignores. ` +
      'Remove it to keep the guest as it is.',
    differences: parts.flatMap((part) => differencesAt(part, after.document.file, places)),
    fixes: [
      {
        title: `Remove \`${name}\``,
        edits: [...overridden, ...parts].map(({ start, end }) => removeSetting(text, start, end)),
      },
    ],
  };
}

const spanOfAll = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
});

function resolvedChange(
  { code, severity, span, message }: Problem,
  before: Reading,
  after: Reading,
  places: DifferencePlaces,
): Change {
  const found = differencesAt(span, after.document.file, places);
  const isRead = severity === 'warning' && found.length > 0;
  const news = isRead ? `reads it: ${differencesText(found)}` : 'has no problem with it';
  return {
    kind: isRead ? 'read' : 'resolved',
    span,
    code,
    message: `Xen ${after.xenVersion} ${news}. With Xen ${before.xenVersion}: ${withoutAdvice(message)}`,
    differences: found,
    fixes: [],
  };
}

/** The differences that come from the same place, together. */
function byOrigin(differences: readonly Difference[]): readonly (readonly Difference[])[] {
  const groups = new Map<number, Difference[]>();
  for (const difference of differences) {
    const place = difference.origins[0]?.start ?? -1;
    const group = groups.get(place);
    if (group) group.push(difference);
    else groups.set(place, [difference]);
  }
  return [...groups.values()];
}

function differenceChange(differences: readonly Difference[], before: Reading, after: Reading): Change {
  const [origin] = differences.flatMap(({ origins }) => origins);
  const subject = origin ? `\`${origin.option}\`` : 'the file';
  return {
    kind: 'changed',
    span: origin ? spanOf(origin) : { start: 0, end: 0 },
    message:
      `Xen ${after.xenVersion} makes something else of ${subject} than Xen ${before.xenVersion}: ` +
      `${differencesText(differences)}. Rewrite it where the guest needs the old value.`,
    differences,
    fixes: [],
  };
}

/** So many differences are spelled out in one sentence. */
const SPELLED_OUT = 3;
/** Longer values are cut, in UTF-16 code units. */
const VALUE_WIDTH = 60;

/** Differences as a phrase: `nics[0].vlan` is now `"10"`. */
export function differencesText(differences: readonly Difference[]): string {
  const shown = differences.slice(0, SPELLED_OUT).map(differenceText);
  const more = differences.length - shown.length;
  return listed([...shown, ...(more > 0 ? [`${more} more`] : [])], 'and');
}

function differenceText({ path, before, after }: Difference): string {
  const name = `\`${pathText(path)}\``;
  if (!after) return `${name} is gone${before ? ` (it was ${valueText(before)})` : ''}`;
  return before
    ? `${name} is ${valueText(after)} instead of ${valueText(before)}`
    : `${name} is now ${valueText(after)}`;
}

const valueText = (node: ConfigNode): string =>
  node.kind === 'open' ? node.note : `\`${printable(shorten(compactJson(node) ?? '', VALUE_WIDTH))}\``;
