/** The comparison for programs. Pure. */
import { plainDifference } from '@xlcfg/shared';
import { toJson } from '../report/json.ts';
import { type ComparedFile, countOutcomes, type UpgradeFormat } from './report.ts';

/** The properties are documented and stay as they are. Ranges are those of the language server protocol. */
const fileJson = ({ report, comparison }: ComparedFile): object => ({
  path: report.path,
  outcome: comparison.outcome,
  changes: comparison.changes.map(({ kind, code, message, differences }, at) => {
    const { range, fixes = [] } = report.findings[at] ?? {};
    return {
      kind,
      range,
      ...(code !== undefined && { code }),
      message,
      ...(differences.length > 0 && { differences: differences.map(plainDifference) }),
      ...(fixes.length > 0 && { fixes }),
    };
  }),
  differences: comparison.differences.map(plainDifference),
  notes: comparison.notes,
});

export const jsonFormat: UpgradeFormat = {
  description: 'machine-readable',
  *write({ from, to, files }) {
    yield `{"from":${toJson(from)},"to":${toJson(to)},"files":[`;
    let separator = '';
    for (const file of files) {
      yield separator + toJson(fileJson(file));
      separator = ',';
    }
    yield `],"summary":${toJson({ files: files.length, ...countOutcomes(files) })}}\n`;
  },
};
