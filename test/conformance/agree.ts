/** What has to hold between the project's judgement of a case and the real xl's. */

import type { XlDocument } from '@xlcfg/shared/src/document/document.ts';
import { emptyFields } from '@xlcfg/shared/src/languages/disk/fields.ts';
import { type Disagreement, differ } from './compare.ts';
import { compareRecorded } from './configuration.ts';
import { isOfTheHost } from './hostRules.ts';
import { backendOf, fieldsOf, open, refusals } from './judge.ts';
import { NO_FIELDS } from './oracleFields.ts';
import type { RecordedAttach, RecordedFile, RecordedSpec } from './recordings.ts';

/** Where the two part over a whole file: its verdict, its configuration. */
export function compareFile(text: string, recorded: RecordedFile): Disagreement[] {
  const document = open(text);
  const { dryRun } = recorded;
  return [
    compareVerdict(text, recorded, document),
    dryRun.verdict === 'accept' ? compareRecorded(text, dryRun.json, document) : undefined,
  ].filter((found) => found !== undefined);
}

/** Red if and only if xl refuses the file, at once or before there is a guest. */
function compareVerdict(
  text: string,
  recorded: RecordedFile,
  document: XlDocument,
): Disagreement | undefined {
  const codes = refusals(document);
  const { refused, isOpen } = refusalsOfFile(text, recorded);
  // What fails once the domain is made is not asked, but for disks.
  const isAsked = document.problems.some(({ severity, stage }) => severity === 'error' && !stage);
  if (refused.length === 0 && !isAsked) return undefined;
  if (refused.length > 0 === codes.length > 0 || (isOpen && refused.length === 0)) return undefined;
  return { input: JSON.stringify(text), xl: listed(refused), ours: listed(codes) };
}

/** What xl, or libxl further on, says where it refuses the file for what is in it. Empty where it takes it. */
export const refusedBy = (text: string, recorded: RecordedFile): readonly string[] =>
  refusalsOfFile(text, recorded).refused;

interface Refusals {
  /** What xl says where it refuses the file because of what is in it. */
  readonly refused: readonly string[];
  /** The host decides, or what memory holds. */
  readonly isOpen: boolean;
}

function refusalsOfFile(text: string, { dryRun, create, attach = [] }: RecordedFile): Refusals {
  const answers = [dryRun, create].filter((answer) => answer !== undefined);
  const refusing = answers.filter(({ verdict }) => verdict !== 'accept' && verdict !== 'open');
  const judged = refusing.map((answer) => ({
    said: said(answer),
    isOpen: isOfTheHost(answer.messages, text),
  }));
  return {
    refused: [
      ...judged.filter(({ isOpen }) => !isOpen).map((one) => one.said),
      ...attach.flatMap((disk) => ('refused' in disk ? disk.refused : [])),
    ],
    isOpen: judged.some(({ isOpen }) => isOpen) || answers.some(({ verdict }) => verdict === 'open'),
  };
}

const said = ({ verdict, messages }: { verdict: string; messages: readonly string[] }): string =>
  [verdict, ...messages].join(' | ');

const listed = (what: readonly string[]): string => (what.length > 0 ? what.join(' | ') : 'accepted');

/** Where the two part over a disk spec: its verdict, its fields, the backend of the disk. */
export function compareSpec(spec: string, recorded: RecordedSpec): Disagreement[] {
  const ours = fieldsOf(spec);
  const theirs =
    recorded.verdict === 'accept' ? { ...emptyFields(), ...NO_FIELDS, ...recorded.fields } : null;
  const { pv, hvm } = recorded.attach ?? {};
  return [
    differ(spec, theirs, ours),
    ours && pv ? differ(spec, servedBy(pv), backendOf(ours, 'pv')) : undefined,
    ours && hvm ? differ(spec, servedBy(hvm), backendOf(ours, 'hvm')) : undefined,
  ].filter((found) => found !== undefined);
}

const servedBy = (attach: RecordedAttach): string | null => ('backend' in attach ? attach.backend : null);
