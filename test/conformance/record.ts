/** Asks the real xl about every written case and writes down what it says: `npm run conformance:record`. */
import { encode } from './bytes.ts';
import { readFileCases, readSpecCases, readStringCases, stringName } from './cases.ts';
import { askFiles, askSpecs } from './interview.ts';
import { buildOracle, startOracle } from './oracle.ts';
import { writeRecording } from './recordings.ts';

buildOracle();
const oracle = startOracle();
try {
  const files = readFileCases();
  const specs = readSpecCases();
  const fileAnswers = await askFiles(
    oracle,
    files.map(({ bytes }) => bytes),
  );
  const strings = readStringCases();
  const stringAnswers = await askFiles(
    oracle,
    strings.map(({ text }) => encode(text)),
  );
  const specAnswers = await askSpecs(
    oracle,
    specs.map(({ spec }) => spec),
  );
  writeRecording(
    'files',
    files.map(({ name }) => name),
    fileAnswers,
  );
  writeRecording(
    'specs',
    specs.map(({ spec }) => spec),
    specAnswers,
  );
  writeRecording('strings', strings.map(stringName), stringAnswers);
  console.log(
    `recorded ${files.length} files, ${specs.length} disk specs and ${strings.length} other strings`,
  );
} finally {
  oracle.stop();
}
