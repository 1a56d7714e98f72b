import { test } from 'vitest';
import { decode } from '../bytes.ts';
import { readFileCases } from '../cases.ts';
import { type Comparison, differ, settleAll } from '../compare.ts';
import { generateConfigText } from '../generate/configTexts.ts';
import { open, settingsOf } from '../judge.ts';
import { randomFor, scaled, times } from '../random.ts';
import { withOracle } from './withOracle.ts';

const oracle = withOracle();

test('generated texts are taken or refused alike, and their settings have the same values', async () => {
  const random = randomFor('grammar');
  const texts = readFileCases().map(({ bytes }) => decode(bytes));
  // Latin-1 stands for any bytes, so that inputs can be shown and cut as text.
  const compare: Comparison = async (inputs) => {
    const files = inputs.map((input) => Buffer.from(input, 'latin1'));
    return (await oracle().config(files)).map(({ verdict, values }, at) => {
      const document = open(decode(files[at] ?? Buffer.alloc(0)));
      const ours = document.file.errors.length === 0 ? settingsOf(document) : null;
      return differ(inputs[at] ?? '', verdict === 'accept' ? values : null, ours);
    });
  };
  await settleAll(
    'texts',
    times(scaled(40_000), () => generateConfigText(random, texts).toString('latin1')),
    compare,
  );
});
