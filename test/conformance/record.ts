/** Asks the real xl about every written case and writes down what it says: `npm run conformance:record`. */
import { encode } from './bytes.ts';
import { readFileCases, readSpecCases, readStringCases } from './cases.ts';
import { askFiles, askSpecs } from './interview.ts';
import { buildOracle, startOracle } from './oracle.ts';
import { writeRecording } from './recordings.ts';

const files = readFileCases();
const specs = readSpecCases();
const strings = readStringCases();

buildOracle();
const oracle = startOracle();
try {
  const fileAnswers = await askFiles(
    oracle,
    files.map(({ bytes }) => bytes),
  );
  const specAnswers = await askSpecs(
    oracle,
    specs.map(({ name }) => name),
  );
  const stringAnswers = await askFiles(
    oracle,
    strings.map(({ text }) => encode(text)),
  );
  writeRecording('files', files, fileAnswers);
  writeRecording('specs/disk', specs, specAnswers);
  writeRecording('specs', strings, stringAnswers);
  console.log(
    `recorded ${files.length} files, ${specs.length} disk specs and ${strings.length} other strings`,
  );
} finally {
  oracle.stop();
}
