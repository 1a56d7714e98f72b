/** Both programs in one file: the name by which it is called tells which is meant. */
import './globals.ts';
import path from 'path-browserify';
import { process } from './process.ts';

/** Rejected promises without a handler so far. */
const rejections = new Map<unknown, unknown>();

const report = (error: unknown): void => {
  if (process.emit('uncaughtException', error)) return;
  process.stderr.write(`${error instanceof Error ? `${error.message}\n${error.stack}` : error}\n`);
  process.exit(1);
};

/** The functions that `main.c` calls. */
Object.assign(globalThis, {
  exitCode: () => process.exitCode ?? 0,
  onRejection: (promise: unknown, reason: unknown, isHandled: boolean) => {
    if (isHandled) {
      rejections.delete(promise);
      return;
    }
    rejections.set(promise, reason);
    // A promise may get its handler later in the same turn.
    setTimeout(() => {
      if (rejections.delete(promise)) report(reason);
    }, 0);
  },
});

const isServer = path.basename(process.argv[0] ?? '') === 'xlcfg-language-server';
// Not awaited: while QuickJS waits for the first module, it does not run all promises before it waits for input.
if (isServer) void import('../node/main.ts');
else void import('../cli/main.ts');
