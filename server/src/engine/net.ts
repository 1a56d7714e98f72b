/** `node:net`, as far as the programs use it. */
import { connectTcp, connectUnix } from 'xlcfg:native';
import { EventEmitter } from 'events';
import { DescriptorStream } from './streams.ts';
import { systemError } from './systemError.ts';

/** A connection to a port of this machine or to a socket file. A failure is an event, as it is in Node. */
export const connect = (address: { readonly port: number } | { readonly path: string }): EventEmitter => {
  const descriptor = 'port' in address ? connectTcp(address.port) : connectUnix(address.path);
  if (descriptor >= 0) return new DescriptorStream(descriptor);
  const failed = new EventEmitter();
  const where = 'port' in address ? `127.0.0.1:${address.port}` : address.path;
  setTimeout(() => {
    failed.emit('error', systemError(descriptor, 'connect', where));
    failed.emit('close');
  }, 0);
  return failed;
};
