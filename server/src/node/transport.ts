/** The ways to a client that Node has, and how each of them ends. */
import { connect } from 'node:net';
import {
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Transport } from './arguments.ts';
import { createFrameChecker } from './framing.ts';

export interface Channel {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** Calls back, once or more, when the client can no longer be heard or told anything. */
  readonly onEnd: (ended: () => void) => void;
}

const overStreams = (input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Channel => ({
  reader: new StreamMessageReader(input),
  writer: new StreamMessageWriter(output),
  onEnd: (ended) => {
    const fault = createFrameChecker();
    input.on('data', (piece: Uint8Array) => {
      const found = fault(piece);
      if (found === undefined) return;
      process.stderr.write(`xlcfg-language-server: the client cannot be understood: ${found}.\n`);
      ended();
    });
    input.on('end', ended);
    input.on('close', ended);
    output.on('close', ended);
    output.on('error', ended);
  },
});

const overSocket = (address: { port: number; host: string } | { path: string }): Channel => {
  const socket = connect(address);
  socket.on('error', (error) => process.stderr.write(`xlcfg-language-server: ${error.message}\n`));
  return overStreams(socket, socket);
};

const overIpc = (): Channel => ({
  reader: new IPCMessageReader(process),
  writer: new IPCMessageWriter(process),
  onEnd: (ended) => process.on('disconnect', ended),
});

/** Opens the channel to the client. Errors come as its end. */
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
