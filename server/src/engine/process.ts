/** `process`, as far as the programs use it. */

import * as os from 'qjs:os';
import { exit, getenviron } from 'qjs:std';
import { EventEmitter } from 'events';
import { DescriptorStream } from './streams.ts';
import { check, unwrap } from './systemError.ts';

declare const scriptArgs: readonly string[];

const SIGNALS: ReadonlyMap<unknown, number> = new Map([
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGTERM', 15],
]);

const events = new EventEmitter();
// Without a listener, a signal does what it does by default.
events.on('newListener', (event) => {
  const signal = SIGNALS.get(event);
  if (signal !== undefined) os.signal(signal, () => events.emit(event, event, signal));
});
events.on('removeListener', (event) => {
  const signal = SIGNALS.get(event);
  if (signal !== undefined && events.listenerCount(event) === 0) os.signal(signal, null);
});

const [program = 'xlcfg', ...args] = scriptArgs;

/** Asked for once, as in Node: its path stays what it was when the folder is gone. */
let workingFolder: string | undefined;

export const process = Object.assign(events, {
  argv: [program, program, ...args],
  execArgv: [],
  execPath: program,
  env: getenviron(),
  pid: os.getpid(),
  platform: 'linux',
  version: '',
  versions: {},
  exitCode: undefined as number | undefined,
  stdin: new DescriptorStream(0),
  stdout: new DescriptorStream(1),
  stderr: new DescriptorStream(2),
  cwd: (): string => {
    workingFolder ??= unwrap(os.getcwd(), 'cwd', '.');
    return workingFolder;
  },
  /** @throws the system's error: ESRCH where there is no such process */
  kill: (pid: number, signal: string | number): void => {
    const number = typeof signal === 'number' ? signal : SIGNALS.get(signal);
    if (number === undefined) throw new TypeError(`unknown signal ${signal}`);
    check(os.kill(pid, number), 'kill');
  },
  exit: (code?: number): never => exit(code ?? process.exitCode ?? 0),
});

export const { argv, env, execArgv, stdin, stdout, stderr } = process;
export default process;
