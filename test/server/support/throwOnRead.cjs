/** A preload in which reading a file named `bug.cfg` fails as code with a bug does. */
const fs = require('node:fs');

const { readFileSync } = fs;
fs.readFileSync = (file, ...args) => {
  if (String(file).endsWith('bug.cfg'))
    throw new TypeError("Cannot read properties of undefined (reading 'x')");
  return readFileSync(file, ...args);
};
