/**
 * Asks the real xl of each release about every written case and writes down what it says: `npm run conformance:record`.
 * All releases must be there: their answers are written together.
 */
import { encode } from './bytes.ts';
import { readArmCases, readFileCases, readSpecCases, readStringCases } from './cases.ts';
import { askSpecs } from './interview.ts';
import { type Oracle, startOracle } from './oracle.ts';
import { buildPrograms } from './programs.ts';
import { type Answers, ARM, writeRecording, X86 } from './recordings.ts';
import { ARM_RELEASES, RELEASES, type Release, type ReleaseName } from './releases.ts';

const skipped = buildPrograms();
if (skipped.length > 0)
  throw new Error(skipped.map(({ release, why }) => `xl ${release.name}: ${why}`).join('\n'));

/** The answers of releases, case by case. */
async function ofAll<Answer, Name extends ReleaseName>(
  releases: readonly Release<Name>[],
  count: number,
  ask: (oracle: Oracle) => Promise<readonly Answer[]>,
): Promise<Answers<Answer, Name>[]> {
  const columns: (readonly [string, readonly Answer[]])[] = [];
  for (const release of releases) {
    const oracle = startOracle(release);
    columns.push([release.name, await ask(oracle)]);
    oracle.stop();
  }
  return Array.from(
    { length: count },
    (_, at) =>
      Object.fromEntries(columns.map(([name, answers]) => [name, answers[at]])) as Answers<Answer, Name>,
  );
}

const files = readFileCases();
const armFiles = readArmCases();
const specs = readSpecCases();
const strings = readStringCases();

writeRecording(
  'files',
  X86,
  files,
  await ofAll(RELEASES, files.length, ({ create }) => create(files.map(({ bytes }) => bytes))),
);
writeRecording(
  'arm',
  ARM,
  armFiles,
  await ofAll(ARM_RELEASES, armFiles.length, ({ create }) => create(armFiles.map(({ bytes }) => bytes))),
);
writeRecording(
  'specs/disk',
  X86,
  specs,
  await ofAll(RELEASES, specs.length, (oracle) =>
    askSpecs(
      oracle,
      specs.map(({ name }) => name),
    ),
  ),
);
writeRecording(
  'specs',
  X86,
  strings,
  await ofAll(RELEASES, strings.length, ({ create }) => create(strings.map(({ text }) => encode(text)))),
);
console.log(`recorded ${files.length} files, ${specs.length} disk specs and ${strings.length} other strings`);
