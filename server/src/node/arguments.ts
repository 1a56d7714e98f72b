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
  | { readonly kind: 'wrong'; readonly message: string };

export const USAGE = `Usage: xlcfg-language-server (--stdio | --node-ipc | --socket=PORT | --pipe=NAME)

A language server for the guest configuration files of Xen's xl. An editor starts it, with one of:

  --stdio         messages on standard input and output
  --node-ipc      messages on the channel of a Node.js parent process
  --socket=PORT   connects to a port of this machine on which the editor listens
  --pipe=NAME     connects to a named pipe or socket file on which the editor listens

  --version       prints the version
  --help          prints this text

For checks on the command line there is xlcfg.
`;

const serve = (transport: Transport): ParsedArguments => ({ kind: 'serve', transport });

const socket = (value: string | undefined): ParsedArguments => {
  const port = Number(value);
  return Number.isInteger(port) && port > 0 && port < 65536
    ? serve({ kind: 'socket', port })
    : { kind: 'wrong', message: `--socket needs a port from 1 to 65535, not ${value ?? 'nothing'}.` };
};

const pipe = (name: string | undefined): ParsedArguments =>
  name ? serve({ kind: 'pipe', name }) : { kind: 'wrong', message: '--pipe needs the name of a pipe.' };

const FLAGS: Readonly<Record<string, (value: string | undefined) => ParsedArguments>> = {
  '--stdio': () => serve({ kind: 'stdio' }),
  '--node-ipc': () => serve({ kind: 'ipc' }),
  '--socket': socket,
  '--pipe': pipe,
  '--version': () => ({ kind: 'version' }),
  '--help': () => ({ kind: 'help' }),
};

/**
 * Reads the arguments. The first that is known decides; a value follows its flag after `=` or as the next argument.
 * Others are passed over: clients add some of their own, such as `--clientProcessId`.
 *
 * @param args without the program's name
 */
export const parseArguments = (args: readonly string[]): ParsedArguments => {
  for (const [index, arg] of args.entries()) {
    const [, flag = arg, value = args[index + 1]] = /^(--[^=]+)=(.*)$/s.exec(arg) ?? [];
    const read = Object.hasOwn(FLAGS, flag) ? FLAGS[flag] : undefined;
    if (read) return read(value);
  }
  return { kind: 'wrong', message: 'It is not said how to talk to the editor.' };
};
