/**
 * A preload for the server. Records each call that reaches outside the process in the file RECORD_FILE: a line of JSON
 * with the name of the function and its first argument.
 */
const fs = require('node:fs');

const out = fs.openSync(process.env.RECORD_FILE, 'a');
const write = fs.writeSync;
const record = (name, first) => {
  const target =
    first instanceof URL
      ? first.href
      : typeof first === 'string'
        ? first
        : Buffer.isBuffer(first)
          ? String(first)
          : typeof first;
  write(out, `${JSON.stringify({ name, target })}\n`);
};

const recordCalls = (module, name, only = () => true) => {
  for (const [key, value] of Object.entries(module)) {
    if (typeof value !== 'function' || !only(key)) continue;
    const recorded = function (...args) {
      record(`${name}.${key}`, args[0]);
      return new.target ? Reflect.construct(value, args, new.target) : Reflect.apply(value, this, args);
    };
    Object.setPrototypeOf(recorded, value);
    recorded.prototype = value.prototype;
    module[key] = recorded;
  }
};

// Functions that take a file descriptor are left out: opening the file was recorded.
const takesPath = (key) =>
  !/^(?:f[a-z]+(?:Sync)?|close|closeSync|read|readSync|readv|readvSync|write|writeSync|writev|writevSync|[A-Z_].*)$/.test(
    key,
  ) ||
  key === 'ReadStream' ||
  key === 'WriteStream';
recordCalls(fs.promises, 'fs.promises');
recordCalls(fs, 'fs', takesPath);
recordCalls(require('node:child_process'), 'child_process');
recordCalls(require('node:dns'), 'dns');
recordCalls(require('node:dns').promises, 'dns.promises');
recordCalls(require('node:dgram'), 'dgram', (key) => key === 'createSocket');
recordCalls(require('node:http'), 'http', (key) => ['request', 'get', 'createServer'].includes(key));
recordCalls(require('node:https'), 'https', (key) => ['request', 'get', 'createServer'].includes(key));
recordCalls(require('node:http2'), 'http2', (key) => ['connect', 'createServer'].includes(key));
recordCalls(require('node:tls'), 'tls', (key) => ['connect', 'createServer'].includes(key));
recordCalls(require('node:net'), 'net', (key) =>
  ['connect', 'createConnection', 'createServer'].includes(key),
);
recordCalls(require('node:net').Socket.prototype, 'socket', (key) => key === 'connect');
recordCalls(require('node:net').Server.prototype, 'server', (key) => key === 'listen');
recordCalls(require('node:vm'), 'vm', (key) => key.startsWith('run') || key === 'compileFunction');
recordCalls(require('node:worker_threads'), 'worker_threads', (key) => key === 'Worker');
recordCalls(process, 'process', (key) => ['dlopen', 'chdir'].includes(key));
for (const name of ['fetch', 'WebSocket', 'EventSource'])
  if (globalThis[name]) recordCalls(globalThis, 'global', (key) => key === name);
