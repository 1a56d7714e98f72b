/**
 * Loaded before the server: writes down, in the file that WATCH_FILE names, whatever the process does beyond itself,
 * one line of JSON each: the function and its first argument.
 */
const fs = require('node:fs');

const out = fs.openSync(process.env.WATCH_FILE, 'a');
const write = fs.writeSync;
const note = (what, first) => {
  const shown =
    first instanceof URL
      ? first.href
      : typeof first === 'string'
        ? first
        : Buffer.isBuffer(first)
          ? String(first)
          : typeof first;
  write(out, `${JSON.stringify({ what, first: shown })}\n`);
};

const watch = (module, name, only = () => true) => {
  for (const [key, value] of Object.entries(module)) {
    if (typeof value !== 'function' || !only(key)) continue;
    const watched = function (...args) {
      note(`${name}.${key}`, args[0]);
      return new.target ? Reflect.construct(value, args, new.target) : Reflect.apply(value, this, args);
    };
    Object.setPrototypeOf(watched, value);
    watched.prototype = value.prototype;
    module[key] = watched;
  }
};

// Functions of a descriptor are about a file that was opened before, and that was written down.
const aboutPaths = (key) =>
  !/^(?:f[a-z]+(?:Sync)?|close|closeSync|read|readSync|readv|readvSync|write|writeSync|writev|writevSync|[A-Z_].*)$/.test(
    key,
  ) ||
  key === 'ReadStream' ||
  key === 'WriteStream';
watch(fs.promises, 'fs.promises');
watch(fs, 'fs', aboutPaths);
watch(require('node:child_process'), 'child_process');
watch(require('node:dns'), 'dns');
watch(require('node:dns').promises, 'dns.promises');
watch(require('node:dgram'), 'dgram', (key) => key === 'createSocket');
watch(require('node:http'), 'http', (key) => ['request', 'get', 'createServer'].includes(key));
watch(require('node:https'), 'https', (key) => ['request', 'get', 'createServer'].includes(key));
watch(require('node:http2'), 'http2', (key) => ['connect', 'createServer'].includes(key));
watch(require('node:tls'), 'tls', (key) => ['connect', 'createServer'].includes(key));
watch(require('node:net'), 'net', (key) => ['connect', 'createConnection', 'createServer'].includes(key));
watch(require('node:net').Socket.prototype, 'socket', (key) => key === 'connect');
watch(require('node:net').Server.prototype, 'server', (key) => key === 'listen');
watch(require('node:vm'), 'vm', (key) => key.startsWith('run') || key === 'compileFunction');
watch(require('node:worker_threads'), 'worker_threads', (key) => key === 'Worker');
watch(process, 'process', (key) => ['dlopen', 'chdir'].includes(key));
for (const name of ['fetch', 'WebSocket', 'EventSource'])
  if (globalThis[name]) watch(globalThis, 'global', (key) => key === name);
