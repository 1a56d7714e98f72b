/** A preload that throws an error outside of all handlers, as a bug in a timer would: at a signal, or at once. */
const fail = () => {
  throw new TypeError('made by a test\nin two lines');
};

process.on('SIGUSR2', fail);
if (process.env.THROW_NOW) setImmediate(fail);
