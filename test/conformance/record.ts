/** Asks the real xl about every written case and writes down what it says: `npm run conformance:record`. */
import { readFileCases, readSpecCases } from './cases.ts';
import { askFiles, askSpecs } from './interview.ts';
import { buildOracle, startOracle } from './oracle.ts';
import { writeRecording } from './recordings.ts';

buildOracle();
const oracle = startOracle();
try {
  const files = await askFiles(oracle, readFileCases());
  const specs = await askSpecs(oracle, readSpecCases());
  writeRecording('files', files);
  writeRecording('specs', specs);
  console.log(`recorded ${Object.keys(files).length} files and ${Object.keys(specs).length} disk specs`);
} finally {
  oracle.stop();
}
