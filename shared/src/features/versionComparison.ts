/** The comparison of two versions of Xen as a page for people. */
import type { XlDocument } from '../document/document.ts';
import type { XenVersion } from '../schema/xenVersions.ts';
import { fileName } from '../text/fileName.ts';
import { bullets, code, paragraphs, plain } from '../text/markdown.ts';
import { onOneLine, shorten } from '../text/printable.ts';
import { differencesText } from '../upgrade/changes.ts';
import { compareVersions } from '../upgrade/compareVersions.ts';
import type { Change, ChangeKind, Outcome } from '../upgrade/comparison.ts';

const OUTCOMES: Readonly<Record<Outcome, (from: XenVersion, to: XenVersion) => string>> = {
  breaks: (from, to) => `**Breaks**: Xen ${to} rejects the file, Xen ${from} accepts it.`,
  rejected: () => '**Rejected by both**.',
  repaired: (from, to) => `**Works again**: Xen ${to} accepts the file, Xen ${from} rejects it.`,
  changes: () => '**Accepted by both**, but not quite the same.',
  same: () => '**Nothing changes.**',
};

/** The sections in their order: what matters most first. */
const HEADINGS: Readonly<Record<ChangeKind, string>> = {
  rejected: 'Rejected',
  ignored: 'No longer read',
  warned: 'Accepted, but not as written',
  changed: 'Understood otherwise',
  read: 'Read for the first time',
  resolved: 'No longer a problem',
  deprecated: 'Deprecated',
};

const KINDS: readonly ChangeKind[] = [
  'rejected',
  'ignored',
  'warned',
  'changed',
  'read',
  'resolved',
  'deprecated',
];

/** What changes for the file from one version to another. Markdown. */
export function versionComparison(doc: XlDocument, from: XenVersion, to: XenVersion): string {
  const { outcome, changes, notes } = compareVersions(doc, from, to);
  const sections = KINDS.flatMap((kind) => {
    const some = changes.filter((change) => change.kind === kind);
    return some.length === 0
      ? []
      : [`## ${HEADINGS[kind]}`, bullets(some.map((change) => item(doc, change)))];
  });
  const quiet = notes.map(({ since, message }) => `Since Xen ${since}: ${message}`);
  const page = [
    `# ${plain(onOneLine(fileName(doc.text.uri)))}: Xen ${from} to ${to}`,
    OUTCOMES[outcome](from, to),
    ...sections,
    ...(quiet.length > 0 ? ['## Not in the file', bullets(quiet)] : []),
  ];
  return `${paragraphs(page)}\n`;
}

/** Longer text of the file is cut, in UTF-16 code units. */
const WIDTH = 60;

function item(doc: XlDocument, { kind, code: rule, span, message, differences }: Change): string {
  const line = doc.text.positionAt(span.start).line + 1;
  const text = shorten(
    onOneLine(doc.file.text.slice(span.start, Math.min(span.end, span.start + 4 * WIDTH))),
    WIDTH,
  );
  const isSpelledOut = kind === 'changed' || kind === 'rejected' || (kind === 'read' && rule !== undefined);
  const effect = differences.length > 0 && !isSpelledOut ? ` Effect: ${differencesText(differences)}.` : '';
  return `Line ${line}, ${code(text)}: ${plain(onOneLine(message + effect))}`;
}
