/** The other files in xl's grammar have their own options, and no guest to speak of. */

import { applyEdits } from '@xlcfg/shared/src/edits/mergeEdits.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../support/documents.ts';
import { mark, marked } from '../../support/markers.ts';

type Case = readonly [text: string, problems: string];

/** «» is around each problem; then follow the codes and severities. */
const expectProblems = (uri: string) => (source: string, expected: string) => {
  const { text } = marked(source);
  const { problems } = open(text, {}, uri);
  expect(problems.map(({ code, severity }) => `${code} ${severity}`).join(', ')).toBe(expected);
  expect(
    mark(
      text,
      problems.map(({ span }) => span),
    ),
  ).toBe(source);
};

describe('xl.conf', () => {
  it.each<Case>([
    ['autoballoon = "off"\nvif.default.bridge = "xenbr1"\n', ''],
    ['# nothing set\n', ''],
    ['autoballoon = «"no"»\n', 'bad-value warning'],
    ['claim_mode = «"yes"»\n', 'bad-number warning'],
    ['max_grant_frames = «"-1"»\n', 'out-of-range error'],
    ['vif.default.bridge = «xenbr1»\n', 'bare-value error'],
    ['«vif.default.brige» = "xenbr1"\n', 'unknown-option warning'],
    ['«defaultbridge» = "xenbr1"\n', 'deprecated-option information'],
    ['«claim_mode» = 1\nclaim_mode = 0\n', 'duplicate-setting warning'],
    // Options of a guest mean nothing here.
    ['«memory» = 512\n', 'unknown-option warning'],
    ['«disk» = [ "phy:/x,xvda,w", [ ] ]\n', 'unknown-option warning'],
    ['«type» = "xyz"\n', 'unknown-option warning'],
  ])('%j: %s', expectProblems('file:///etc/xen/xl.conf'));

  it('has a safe fix that renames a deprecated option', () => {
    const text = 'defaultbridge = "xenbr1"\n';
    const [fix] = open(text, {}, 'file:///etc/xen/xl.conf').problems.flatMap(({ fixes = [] }) => fixes);
    expect(applyEdits(text, fix?.edits ?? [])).toBe('vif.default.bridge = "xenbr1"\n');
    expect(fix?.safe).toBe(true);
  });
});

describe('a CPU pool', () => {
  it.each<Case>([
    ['name = "rt"\nsched = "rtds"\ncpus = [ "2" ]\n', ''],
    ['name = "rt"\nsched = "RTDS"\ncpus = "2-3"\n', ''],
    ['cpus = "4-7,^5"\n', ''],
    ['cpus = "0-3,«7-4»"\n', 'processor-set error'],
    ['cpus = "«0-"\ncpus += "x»"\n', 'processor-set error'],
    ['cpus = "some"\nnodes = [ 0 ]\n', ''],
    ['cpus = [ "some" ]\n', ''],
    ['name = "rt"\nsched = «"rt"»\n', 'bad-value error'],
    ['name = "rt"\nnodes = «"0"»\n', 'list-expected warning'],
    ['sched = "credit"\n', ''],
    ['name = "rt"\nsched = "rtds"\n«vcpus» = 2\n', 'unknown-option warning'],
  ])('%j: %s', expectProblems('file:///etc/xen/cpupool.cfg'));
});
