/** Functions of a test, run in the extension host. */
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type * as vscode from 'vscode';

/**
 * Runs a function in the extension host and gives its result. Only its text travels: it can use its parameters and
 * what every JavaScript has, nothing of the file it stands in. Parameters and result travel as JSON.
 */
export type RunInHost = <Args extends unknown[], Result>(
  run: (api: typeof vscode, ...args: Args) => Result,
  ...args: Args
) => Promise<Awaited<Result>>;

/** Talks to the driver that listens on the socket. */
export const hostAt =
  (socketPath: string): RunInHost =>
  async (run, ...args) => {
    const socket = connect(socketPath);
    socket.end(JSON.stringify({ source: run.toString(), args }));
    const { value, error } = JSON.parse(await text(socket));
    if (error !== undefined) throw new Error(`In the extension host: ${error}`);
    return value;
  };
