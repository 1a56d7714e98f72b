/** What must hold between the project's judgement of a case and the real xl's. */

import type { XlDocument } from '@xlcfg/shared/src/document/document.ts';
import { emptyFields } from '@xlcfg/shared/src/languages/disk/fields.ts';
import type { FileAnswer, Point, Stage } from './answers.ts';
import { type Disagreement, differ } from './compare.ts';
import { compareRecorded } from './configuration.ts';
import { isOfTheHost } from './hostRules.ts';
import { backendOf, fieldsOf, open, refusals } from './judge.ts';
import { NO_FIELDS } from './oracleFields.ts';
import type { Answers, RecordedAttach, RecordedSpec } from './recordings.ts';
import { RELEASES, type Release, type ReleaseName } from './releases.ts';
import type { Counted } from './tally.ts';

/** Where the two part over a file, and at which point. */
export interface Parting extends Disagreement {
  readonly point: Point;
}

export interface ComparedFile extends Counted {
  readonly partings: readonly Parting[];
}

/** What fails: the first parting over a file. */
export const disagreementOf = ({ partings: [first] }: ComparedFile): Disagreement | undefined => first;

/** Where the two part over a whole file: its verdict, its configuration. */
export function compareFile(release: Release, text: string, answer: FileAnswer): ComparedFile {
  const document = open(text, 'guest', release);
  const hasJson = answer.json !== undefined && answer.verdict !== 'open';
  const json = hasJson ? compareRecorded(text, answer.json, document) : undefined;
  const partings = [
    compareVerdict(text, answer, document),
    json && { ...json, point: 'json' as const },
  ].filter((found) => found !== undefined);
  const refused = refusalOf(text, answer);
  return {
    release: release.name,
    refusedAt: typeof refused === 'object' ? refused.stage : undefined,
    hasJson,
    parts: partings.map(({ point }) => point),
    partings: partings.map((one) => ({ ...one, xl: `${release.name}: ${one.xl}` })),
  };
}

/** Red if and only if xl rejects the file for what is in it. */
function compareVerdict(text: string, answer: FileAnswer, document: XlDocument): Parting | undefined {
  const codes = refusals(document);
  const refused = refusalOf(text, answer);
  if (refused === 'open') return undefined;
  if (refused === 'accepted')
    return codes.length === 0
      ? undefined
      : { input: JSON.stringify(text), xl: 'accepted', ours: codes.join(' | '), point: 'full' };
  return codes.length > 0
    ? undefined
    : { input: JSON.stringify(text), xl: refused.said, ours: 'accepted', point: refused.stage };
}

interface Refusal {
  readonly stage: Stage;
  readonly said: string;
}

/** Open: the host decides, or what memory holds. */
export function refusalOf(text: string, answer: FileAnswer): Refusal | 'accepted' | 'open' {
  const { verdict, stage, messages } = answer;
  if (verdict === 'open') return 'open';
  if (verdict === 'accept' || stage === undefined) return 'accepted';
  if (isOfTheHost(answer, text)) return 'open';
  return { stage, said: [stage, verdict, ...messages].join(' | ') };
}

/** What xl says where it rejects the file for what is in it. Undefined where it accepts it. */
export function refusedBy(text: string, answer: FileAnswer): string | undefined {
  const refused = refusalOf(text, answer);
  return typeof refused === 'object' ? refused.said : undefined;
}

/** The disagreements over a file with releases. */
export const partingsOver = <Name extends ReleaseName>(
  releases: readonly Release<Name>[],
  text: string,
  answers: Answers<FileAnswer, Name>,
): Disagreement[] =>
  releases.flatMap((release) => compareFile(release, text, answers[release.name]).partings);

/** The disagreements over a disk spec with all releases. */
export const partingsOverSpec = (spec: string, answers: Answers<RecordedSpec>): Disagreement[] =>
  RELEASES.flatMap((release) => compareSpec(release, spec, answers[release.name]));

/** Where the two part over a disk spec: its verdict, its fields, the backend of the disk. */
export function compareSpec(release: Release, spec: string, recorded: RecordedSpec): Disagreement[] {
  const ours = fieldsOf(spec, release);
  const theirs =
    recorded.verdict === 'accept' ? { ...emptyFields(), ...NO_FIELDS, ...recorded.fields } : null;
  const { pv, hvm } = recorded.attach ?? {};
  return [
    differ(spec, theirs, ours),
    ours && pv ? differ(spec, servedBy(pv), backendOf(ours, 'pv', release)) : undefined,
    ours && hvm ? differ(spec, servedBy(hvm), backendOf(ours, 'hvm', release)) : undefined,
  ]
    .filter((found) => found !== undefined)
    .map((one) => ({ ...one, xl: `${release.name}: ${one.xl}` }));
}

const servedBy = (attach: RecordedAttach): string | null => ('backend' in attach ? attach.backend : null);
