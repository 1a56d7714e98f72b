/**
 * A preload that kills the process at a step of its work on a file: KILL_AT counts the calls that change something on
 * the disk, from the first folder that is made. A call that writes content is two steps: half of it is written before
 * the first of them.
 */
const fs = require('node:fs');

const { writeSync } = fs;
let countdown = Number(process.env.KILL_AT);
let isCounting = false;

const step = () => {
  countdown -= 1;
  if (countdown !== 0) return;
  // The first process of a container has no signals to fear.
  if (process.pid === 1) process.reallyExit(137);
  process.kill(process.pid, 'SIGKILL');
};

const half = (length) => Math.floor(length / 2);

/** Writes half of the content, where the process is about to be killed. */
const PARTS = {
  writeSync: (descriptor, content, offset, length, position) =>
    writeSync(descriptor, content, offset, half(length), position),
  writeFileSync: (descriptor, content) =>
    writeSync(descriptor, Buffer.from(content), 0, half(Buffer.from(content).length)),
};

for (const name of [
  'mkdirSync',
  'writeSync',
  'writeFileSync',
  'fsyncSync',
  'ftruncateSync',
  'renameSync',
  'rmSync',
]) {
  const original = fs[name];
  fs[name] = (...args) => {
    if (name === 'mkdirSync') isCounting = true;
    if (!isCounting) return original(...args);
    const writePart = PARTS[name];
    if (writePart) {
      if (countdown === 1) writePart(...args);
      step();
    }
    step();
    return original(...args);
  };
}
