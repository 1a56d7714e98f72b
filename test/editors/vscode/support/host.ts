/** Runs functions of the tests in the extension host. */
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type * as vscode from 'vscode';

/**
 * Runs a function in the extension host and returns its result. The function is sent as source text, so it can use its
 * parameters and globals, but nothing from the scope around it. Parameters and result are sent as JSON.
 */
export type RunInHost = <Args extends unknown[], Result>(
  run: (api: typeof vscode, ...args: Args) => Result,
  ...args: Args
) => Promise<Awaited<Result>>;

/** Connects to the driver's socket. */
export const hostAt =
  (socketPath: string): RunInHost =>
  async (run, ...args) => {
    const socket = connect(socketPath);
    socket.end(JSON.stringify({ source: run.toString(), args }));
    const { value, error } = JSON.parse(await text(socket));
    if (error !== undefined) throw new Error(`In the extension host: ${error}`);
    return value;
  };
