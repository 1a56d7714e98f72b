/** Loaded into a server that runs with --expose-gc: on SIGUSR2 it says on standard error what its heap holds, in bytes. */
process.on('SIGUSR2', () => {
  globalThis.gc();
  process.stderr.write(`heap ${process.memoryUsage().heapUsed}\n`);
});
