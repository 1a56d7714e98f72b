import { test } from 'vitest';
import { decode, encodingOf } from '../bytes.ts';
import { readFileCases } from '../cases.ts';
import { type Comparison, differ, settleAll } from '../compare.ts';
import { generateConfigText } from '../generate/configTexts.ts';
import { cutOff, open, settingsOf } from '../judge.ts';
import { randomFor, scaled, times } from '../random.ts';
import { BASE } from '../releases.ts';
import { withOracle } from './withOracle.ts';

const oracle = withOracle();

test('generated texts are taken or rejected alike, and their settings have the same values', async () => {
  const random = randomFor('grammar');
  const texts = readFileCases().map(({ bytes }) => decode(bytes));
  // Each input is a text whose characters are the bytes of the file, so that it can be shown and cut as one.
  const compare: Comparison = async (inputs) => {
    const files = inputs.map((input) => Buffer.from(input, 'latin1'));
    return (await oracle().config(files)).map(({ verdict, values }, at) => {
      const file = files[at] ?? Buffer.alloc(0);
      const document = open(decode(file), 'guest', BASE, encodingOf(file));
      const ours = document.file.errors.length === 0 ? settingsOf(document) : null;
      const theirs =
        verdict === 'accept' && values
          ? Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cutOff(value)]))
          : null;
      return differ(inputs[at] ?? '', theirs, ours);
    });
  };
  await settleAll(
    'texts',
    times(scaled(40_000), () => generateConfigText(random, texts).toString('latin1')),
    compare,
  );
});
