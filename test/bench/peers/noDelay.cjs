/** Loaded before a server: it does not wait until nobody has typed for a while, so that only its work is measured. */
const { setTimeout: later } = globalThis;
globalThis.setTimeout = (callback, delay, ...args) => later(callback, delay < 1000 ? 0 : delay, ...args);
