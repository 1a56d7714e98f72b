/**
 * Asks the real xl of each release about every written case and writes down what it says: `npm run conformance:record`.
 * All releases have to be there: their answers are written together.
 */
import { encode } from './bytes.ts';
import { readFileCases, readSpecCases, readStringCases } from './cases.ts';
import { askSpecs } from './interview.ts';
import { type Oracle, startOracle } from './oracle.ts';
import { buildPrograms } from './programs.ts';
import { type Answers, writeRecording } from './recordings.ts';
import { RELEASES } from './releases.ts';

const skipped = buildPrograms();
if (skipped.length > 0)
  throw new Error(skipped.map(({ release, why }) => `xl ${release.name}: ${why}`).join('\n'));

/** The answers of all releases, case by case. */
async function ofAll<Answer>(
  count: number,
  ask: (oracle: Oracle) => Promise<readonly Answer[]>,
): Promise<Answers<Answer>[]> {
  const columns: (readonly [string, readonly Answer[]])[] = [];
  for (const release of RELEASES) {
    const oracle = startOracle(release);
    columns.push([release.name, await ask(oracle)]);
    oracle.stop();
  }
  return Array.from(
    { length: count },
    (_, at) => Object.fromEntries(columns.map(([name, answers]) => [name, answers[at]])) as Answers<Answer>,
  );
}

const files = readFileCases();
const specs = readSpecCases();
const strings = readStringCases();

writeRecording(
  'files',
  files,
  await ofAll(files.length, ({ create }) => create(files.map(({ bytes }) => bytes))),
);
writeRecording(
  'specs/disk',
  specs,
  await ofAll(specs.length, (oracle) =>
    askSpecs(
      oracle,
      specs.map(({ name }) => name),
    ),
  ),
);
writeRecording(
  'specs',
  strings,
  await ofAll(strings.length, ({ create }) => create(strings.map(({ text }) => encode(text)))),
);
console.log(`recorded ${files.length} files, ${specs.length} disk specs and ${strings.length} other strings`);
