/** A report on one file with a finding of each severity, with fixes and a related location. */
import type { Problem } from '@xlcfg/shared';
import { type FileReport, toFileReport } from '../../../../server/src/cli/report/fileReport.ts';

const TEXT = 'name = "a"\nmemroy = "日本"\nbuilder = "hvm"\n';

const spanOf = (part: string) => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length });

const problems: readonly Problem[] = [
  {
    code: 'unknown-option',
    severity: 'warning',
    span: spanOf('memroy'),
    message: 'xl never reads \x1b]memroy.',
    related: [{ span: spanOf('"日本"'), message: 'This is lost.' }],
    fixes: [{ title: 'Write memory', edits: [] }],
  },
  {
    code: 'deprecated-option',
    severity: 'information',
    span: spanOf('builder = "hvm"\n'),
    message: 'Old.\nWrite type.',
    fixes: [
      { title: 'Remove', edits: [] },
      { title: 'Write type', edits: [], safe: true },
    ],
  },
  { code: 'some-error', severity: 'error', span: spanOf('"a"'), message: 'Bad.' },
  { code: 'some-hint', severity: 'hint', span: spanOf('name'), message: 'Hm.' },
];

export const exampleReport = (path: string): FileReport => toFileReport({ path, text: TEXT, problems });
