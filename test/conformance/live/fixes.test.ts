import { expect, test } from 'vitest';
import { applyEdits, fixAll } from '../../../shared/src/index.ts';
import { decode, encode } from '../bytes.ts';
import { readFileCases } from '../cases.ts';
import { type Comparison, differ, settleAll } from '../compare.ts';
import { generateGuestFile } from '../generate/guestFiles.ts';
import { open } from '../judge.ts';
import { randomFor, scaled, times } from '../random.ts';
import { withOracle } from './withOracle.ts';

const oracle = withOracle();

const fix = (text: string): string => applyEdits(text, fixAll(open(text)));

test('a file that xl accepts is the same guest after all safe fixes', async () => {
  const random = randomFor('fixes');
  const compare: Comparison = async (texts) => {
    const before = await oracle().dryRun(texts.map(encode));
    const after = await oracle().dryRun(texts.map((text) => encode(fix(text))));
    return before.map(({ verdict, json }, at) => {
      const text = texts[at] ?? '';
      const found = verdict === 'accept' ? differ(text, json, after[at]?.json ?? null) : undefined;
      return found && { ...found, ours: `${JSON.stringify(fix(text))}: ${found.ours}` };
    });
  };
  const written = readFileCases().map(({ bytes }) => decode(bytes));
  const generated = times(scaled(5_000), () => generateGuestFile(random));
  const fixed = [...written, ...generated].filter((text) => fix(text) !== text);
  expect(fixed.length).toBeGreaterThan(0);
  await settleAll('files with safe fixes', fixed, compare);
});
