/** What has to hold between the project's judgement of a case and the real xl's. */
import type { DiskFields } from '../../shared/src/specs/disk/ast.ts';
import { type Disagreement, differ } from './compare.ts';
import { guestTypeOf } from './interview.ts';
import { backendOf, fieldsOf, laterRefusals, open, refusals } from './judge.ts';
import { NO_FIELDS, type RecordedAttach, type RecordedFile, type RecordedSpec } from './recordings.ts';

/** A refusal that only says that the pretended host is no ARM machine is the host's, not the file's. */
const OF_THE_HOST = /\bx86\b/;

/** Where the two part over a whole file: its verdicts, its name, its type, its disks. */
export function compareFile(text: string, { dryRun, create, attach = [] }: RecordedFile): Disagreement[] {
  const document = open(text);
  const codes = refusals(document);
  if (dryRun.verdict !== 'accept' || codes.length > 0) {
    if (dryRun.verdict !== 'accept' && codes.length > 0) return [];
    return [{ input: JSON.stringify(text), xl: said(dryRun), ours: listed(codes) }];
  }
  const refused = [
    ...(create && create.verdict !== 'accept' && !create.messages.some((line) => OF_THE_HOST.test(line))
      ? [said(create)]
      : []),
    ...attach.flatMap((disk) => ('refused' in disk ? disk.refused : [])),
  ];
  const later = laterRefusals(document);
  return [
    refused.length > 0 === later.length > 0
      ? undefined
      : { input: JSON.stringify(text), xl: listed(refused), ours: listed(later) },
    differ(text, guestTypeOf(dryRun.json), document.guest.type),
    differ(
      text,
      disksIn(dryRun.json),
      document.guest.disks.map(({ spec }) => spec.fields),
    ),
  ].filter((found) => found !== undefined);
}

const said = ({ verdict, messages }: { verdict: string; messages: readonly string[] }): string =>
  [verdict, ...messages].join(' | ');

const listed = (what: readonly string[]): string => (what.length > 0 ? what.join(' | ') : 'accepted');

/** The disks in what xl prints, which leaves out what is at its default and writes the rest in three ways. */
function disksIn(json: unknown): DiskFields[] {
  const { disks = [] } = json as { readonly disks?: readonly Readonly<Record<string, unknown>>[] };
  return disks.map((disk) => {
    const fields: Record<string, unknown> = { ...NO_FIELDS, readwrite: false, grant_usage: null };
    for (const [name, value] of Object.entries(disk)) {
      if (name in fields) fields[name] = plain(value, typeof fields[name] === 'boolean');
    }
    return fields as unknown as DiskFields;
  });
}

function plain(value: unknown, isBoolean: boolean): unknown {
  if (isBoolean) return value !== 0;
  return value === 'True' ? true : value === 'False' ? false : value;
}

/** Where the two part over a disk spec: its verdict, its fields, the backend of the disk. */
export function compareSpec(spec: string, recorded: RecordedSpec): Disagreement[] {
  const ours = fieldsOf(spec);
  const theirs =
    recorded.verdict === 'accept' ? { ...NO_FIELDS, ...recorded.fields, grant_usage: null } : null;
  const { pv, hvm } = recorded.attach ?? {};
  return [
    differ(spec, theirs, ours),
    ours && pv ? differ(spec, servedBy(pv), backendOf(ours, 'pv')) : undefined,
    ours && hvm ? differ(spec, servedBy(hvm), backendOf(ours, 'hvm')) : undefined,
  ].filter((found) => found !== undefined);
}

const servedBy = (attach: RecordedAttach): string | null => ('backend' in attach ? attach.backend : null);
