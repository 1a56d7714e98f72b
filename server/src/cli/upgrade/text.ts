/** The comparison for people. Pure. */
import { differencesText, type Outcome, type QuietChange } from '@xlcfg/shared';
import type { Colors } from '../../terminalText.ts';
import { escapeControls } from '../../terminalText.ts';
import { displayPath } from '../common/paths.ts';
import { pluralize } from '../common/pluralize.ts';
import { findingText } from '../report/text.ts';
import { type ComparedFile, countOutcomes, type UpgradeFormat, type UpgradeReport } from './report.ts';

/** The kinds whose messages do not say what happens to the configuration. */
const WITHOUT_EFFECT = ['ignored', 'warned', 'read'];

/** The changes of a file, each with its line; an empty line after each. */
const fileText = ({ report, comparison }: ComparedFile, colors: Colors): string => {
  const changes = comparison.changes.map(({ kind, code, differences }, at) => {
    const finding = report.findings[at];
    if (!finding) return '';
    const text = findingText(report, { ...finding, code: kind, fixes: [] }, colors);
    const spellsOut = WITHOUT_EFFECT.includes(kind) && differences.length > 0 && !(kind === 'read' && code);
    return `${text}${spellsOut ? `  effect: ${escapeControls(differencesText(differences))}\n` : ''}\n`;
  });
  return changes.join('');
};

/** Files that neither version accepts: their problems are no news. */
const rejectedText = ({ report }: ComparedFile, { from, to }: UpgradeReport): string =>
  `${displayPath(report.path)}: rejected by both Xen ${from} and ${to}; run xlcfg check for details\n\n`;

/** What changes for guests whatever their files say, once for all of them. */
const notesText = (files: readonly ComparedFile[]): string => {
  const guests = new Map<string, { note: QuietChange; paths: string[] }>();
  for (const { report, comparison } of files) {
    for (const note of comparison.notes) {
      const known = guests.get(note.message) ?? { note, paths: [] };
      known.paths.push(displayPath(report.path));
      guests.set(note.message, known);
    }
  }
  if (guests.size === 0) return '';
  const lines = [...guests.values()].map(({ note, paths }) => {
    const [first = '', ...more] = paths;
    const who = more.length > 0 ? `${first} and ${more.length} more` : first;
    return `  since Xen ${note.since}: ${note.message} (${who})\n`;
  });
  return `Not in the files:\n${lines.join('')}\n`;
};

const VERDICTS: readonly (readonly [outcome: Outcome, text: string])[] = [
  ['breaks', 'broken'],
  ['rejected', 'rejected by both'],
  ['repaired', 'newly accepted'],
  ['changes', 'changed'],
  ['same', 'unchanged'],
];

const summaryText = ({ from, to, files }: UpgradeReport): string => {
  const counts = countOutcomes(files);
  const parts = VERDICTS.flatMap(([outcome, text]) =>
    counts[outcome] === 0 ? [] : [`${counts[outcome]} ${text}`],
  );
  return `From Xen ${from} to Xen ${to}: ${pluralize(files.length, 'file')} compared${parts.length > 0 ? `: ${parts.join(', ')}` : ''}\n`;
};

export const textFormat: UpgradeFormat = {
  description: 'human-readable',
  *write(report, colors) {
    for (const file of report.files) {
      yield fileText(file, colors);
      if (file.comparison.outcome === 'rejected') yield rejectedText(file, report);
    }
    yield notesText(report.files);
    yield summaryText(report);
  },
};
