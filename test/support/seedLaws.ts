/** Before the tests of a file: fast-check takes the seed of the run, which the runner's configuration sets. */
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.LAW_SEED) });
