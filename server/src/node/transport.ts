/** The transports between client and server in Node, and how each of them ends. */
import { connect } from 'node:net';
import {
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { escapeControls } from '../terminalText.ts';
import type { Transport } from './arguments.ts';
import { createFrameChecker } from './framing.ts';

export interface Channel {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** Registers a callback for the end of the channel. It may be called more than once. */
  readonly onEnd: (callback: () => void) => void;
}

const overStreams = (input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Channel => ({
  reader: new StreamMessageReader(input),
  writer: new StreamMessageWriter(output),
  onEnd: (callback) => {
    const check = createFrameChecker();
    input.on('data', (chunk: Uint8Array) => {
      const fault = check(chunk);
      if (fault === undefined) return;
      process.stderr.write(
        `xlcfg-language-server: the client cannot be understood: ${escapeControls(fault)}.\n`,
      );
      callback();
    });
    input.on('end', callback);
    input.on('close', callback);
    output.on('close', callback);
    output.on('error', callback);
  },
});

const overSocket = (address: { port: number; host: string } | { path: string }): Channel => {
  const socket = connect(address);
  socket.on('error', (error) =>
    process.stderr.write(`xlcfg-language-server: ${escapeControls(error.message)}\n`),
  );
  return overStreams(socket, socket);
};

const overIpc = (): Channel => ({
  reader: new IPCMessageReader(process),
  writer: new IPCMessageWriter(process),
  onEnd: (callback) => process.on('disconnect', callback),
});

/** Opens the channel to the client. A failure to connect is reported as the end of the channel. */
export const openChannel = (transport: Transport): Channel => {
  switch (transport.kind) {
    case 'stdio':
      return overStreams(process.stdin, process.stdout);
    case 'ipc':
      return overIpc();
    case 'socket':
      return overSocket({ port: transport.port, host: '127.0.0.1' });
    case 'pipe':
      return overSocket({ path: transport.name });
  }
};
