const { existsSync } = require('node:fs');
const { join } = require('node:path');

/** Runs a bundle of `dist`, or says what is missing. The files here exist before the build, so that npm links them. */
module.exports = (name) => {
  const bundle = join(__dirname, '..', 'dist', name);
  if (existsSync(bundle)) {
    require(bundle);
  } else {
    process.stderr.write(`xlcfg is not built yet, ${bundle} is missing: run \`npm run build\` first.\n`);
    process.exitCode = 1;
  }
};
