import { test } from 'vitest';
import { compareFile } from '../agree.ts';
import { encode } from '../bytes.ts';
import { type Comparison, settleAll } from '../compare.ts';
import { generateGuestFile } from '../generate/guestFiles.ts';
import { askFiles } from '../interview.ts';
import { randomFor, scaled, times } from '../random.ts';
import { withOracle } from './withOracle.ts';

const oracle = withOracle();

test('generated files are taken or refused alike, and are the same guest', async () => {
  const random = randomFor('files');
  const compare: Comparison = async (texts) =>
    (await askFiles(oracle(), texts.map(encode))).map(
      (answer, at) => compareFile(texts[at] ?? '', answer)[0],
    );
  await settleAll(
    'files',
    times(scaled(5_000), () => generateGuestFile(random)),
    compare,
  );
});
