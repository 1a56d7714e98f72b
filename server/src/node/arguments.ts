/** The command line of the server. Pure. */

export type Transport =
  | { readonly kind: 'stdio' }
  | { readonly kind: 'ipc' }
  | { readonly kind: 'socket'; readonly port: number }
  | { readonly kind: 'pipe'; readonly name: string };

export type ParsedArguments =
  | { readonly kind: 'serve'; readonly transport: Transport }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'invalid'; readonly message: string };

/** An argument of the server. */
export interface Flag {
  readonly flag: string;
  /** What the value after `=` is. */
  readonly value?: string;
  readonly description: string;
}

/** The ways to connect, of which an editor chooses one. */
export const TRANSPORT_FLAGS: readonly Flag[] = [
  { flag: '--stdio', description: 'communicate over standard input and output' },
  { flag: '--node-ipc', description: 'communicate over the IPC channel of a Node.js parent process' },
  {
    flag: '--socket',
    value: 'PORT',
    description: 'connect to a local port that the editor listens on',
  },
  {
    flag: '--pipe',
    value: 'NAME',
    description: 'connect to a named pipe or socket that the editor listens on',
  },
];

/** The flags that print something. */
export const OTHER_FLAGS: readonly Flag[] = [
  { flag: '--version', description: 'print the version' },
  { flag: '--help', description: 'print this help' },
];

export const PURPOSE = 'A language server for xl config files.';

const written = ({ flag, value }: Flag): string => (value === undefined ? flag : `${flag}=${value}`);

const flagLines = (flags: readonly Flag[]): string =>
  flags.map((flag) => `  ${written(flag).padEnd(15)} ${flag.description}\n`).join('');

export const USAGE = `Usage: xlcfg-language-server (${TRANSPORT_FLAGS.map(written).join(' | ')})

${PURPOSE} Editors start it with one of:

${flagLines(TRANSPORT_FLAGS)}
${flagLines(OTHER_FLAGS)}
To check files on the command line, use xlcfg.
`;

const serve = (transport: Transport): ParsedArguments => ({ kind: 'serve', transport });

const socket = (value: string | undefined): ParsedArguments => {
  const port = Number(value);
  return Number.isInteger(port) && port > 0 && port < 65536
    ? serve({ kind: 'socket', port })
    : { kind: 'invalid', message: `--socket needs a port from 1 to 65535, not ${value ?? 'nothing'}.` };
};

const pipe = (name: string | undefined): ParsedArguments =>
  name ? serve({ kind: 'pipe', name }) : { kind: 'invalid', message: '--pipe needs the name of a pipe.' };

const OPTIONS: Readonly<Record<string, (value: string | undefined) => ParsedArguments>> = {
  '--stdio': () => serve({ kind: 'stdio' }),
  '--node-ipc': () => serve({ kind: 'ipc' }),
  '--socket': socket,
  '--pipe': pipe,
  '--version': () => ({ kind: 'version' }),
  '--help': () => ({ kind: 'help' }),
};

/**
 * Parses the command line. The first known option decides. A value follows its option after `=` or as the next argument.
 * Unknown arguments are ignored: clients add some, such as `--clientProcessId`.
 *
 * @param args without the interpreter and the program
 */
export const parseArguments = (args: readonly string[]): ParsedArguments => {
  for (const [index, arg] of args.entries()) {
    const [, flag = arg, value = args[index + 1]] = /^(--[^=]+)=(.*)$/s.exec(arg) ?? [];
    const parse = Object.hasOwn(OPTIONS, flag) ? OPTIONS[flag] : undefined;
    if (parse) return parse(value);
  }
  return { kind: 'invalid', message: 'No transport given.' };
};
