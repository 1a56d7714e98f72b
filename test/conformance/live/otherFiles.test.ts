import type { FileKindName } from '@xlcfg/shared/src/schema/kinds/index.ts';
import { test } from 'vitest';
import type { FileAnswer } from '../answers.ts';
import { decode, encode } from '../bytes.ts';
import { readFileCases } from '../cases.ts';
import { type Comparison, settleAll } from '../compare.ts';
import { generateOtherFile } from '../generate/otherFiles.ts';
import { isOfTheHost } from '../hostRules.ts';
import { open, refusals } from '../judge.ts';
import type { Oracle } from '../oracle.ts';
import { randomFor, scaled, times } from '../random.ts';
import { withOracle } from './withOracle.ts';

const oracle = withOracle();

type Kind = Exclude<FileKindName, 'guest'>;

const ASK: Readonly<Record<Kind, (all: Oracle, files: readonly Uint8Array[]) => Promise<FileAnswer[]>>> = {
  'xl.conf': (all, files) => all.global(files),
  cpupool: (all, files) => all.pool(files),
};

const compareAs =
  (kind: Kind): Comparison =>
  async (texts) =>
    (await ASK[kind](oracle(), texts.map(encode))).map((answer, at) => {
      const { verdict, messages } = answer;
      const text = texts[at] ?? '';
      const codes = refusals(open(text, kind));
      if ((verdict === 'accept') === (codes.length === 0)) return undefined;
      if (verdict !== 'accept' && isOfTheHost(answer, text)) return undefined;
      return {
        input: JSON.stringify(text),
        xl: [verdict, ...messages].join(' | '),
        ours: codes.join(' | ') || 'accepted',
      };
    });

test.for(['xl.conf', 'cpupool'] as const)('%s is taken or rejected alike', async (kind) => {
  const random = randomFor(kind);
  const written = readFileCases(kind).map(({ bytes }) => decode(bytes));
  const generated = times(scaled(1_000), () => generateOtherFile(kind, random));
  await settleAll(`files as ${kind}`, [...written, ...generated], compareAs(kind));
});
