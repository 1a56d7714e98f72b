// Written in ES5, which every version of Node can parse: one that is too old must be able to say so.
var fs = require('fs');
var path = require('path');
var engines = require('../package.json').engines;

var FAILURE = 2;

/** Ends the process with one line on stderr. */
var fail = function (message) {
  process.stderr.write(message + '\n');
  process.exit(FAILURE);
};

/**
 * Runs a bundle of `dist`. These files exist before the build, so that npm can link them.
 *
 * @param program the name in messages
 * @param bundle the name of the file
 */
module.exports = function (program, bundle) {
  var oldest = Number(/\d+/.exec(engines.node)[0]);
  if (parseInt(process.versions.node, 10) < oldest) {
    fail(program + ' needs Node.js ' + oldest + ' or newer; this is ' + process.version + '.');
  }
  var file = path.join(__dirname, '..', 'dist', bundle);
  if (!fs.existsSync(file))
    fail(program + ' is not built yet: ' + file + ' is missing. Run `npm run build`.');
  try {
    require(file);
  } catch (error) {
    fail(program + ' cannot be loaded: ' + String(error).split('\n')[0]);
  }
};
