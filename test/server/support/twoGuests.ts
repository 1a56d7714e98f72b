/** A folder with two guests, one of which is the network backend of the other. */
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { makeFolder } from '../../support/folder.ts';
import type { ClientOptions, TestClient } from './client.ts';
import { startInProcess } from './inProcess.ts';

export const BACKEND_GUEST = 'name = "net"\ntype = "pvh"\nkernel = "/boot/vmlinuz"; memory = 512\n';
export const FRONTEND_GUEST =
  'name = "web"\nvif = [ "backend=net" ]\nroot = "/dev/xvda1"\ndisk = [ "/dev/vg/web,raw,xvda,rw" ]\n';

export interface TwoGuests extends Disposable {
  readonly folder: string;
  /** URI of the file with {@link BACKEND_GUEST}. */
  readonly backend: string;
  /** URI of the file with {@link FRONTEND_GUEST}. */
  readonly frontend: string;
}

export const makeTwoGuests = (): TwoGuests => {
  const folder = makeFolder({ 'net.cfg': BACKEND_GUEST, 'web.cfg': FRONTEND_GUEST });
  return {
    folder: folder.path,
    backend: pathToFileURL(folder.at('net.cfg')).href,
    frontend: pathToFileURL(folder.at('web.cfg')).href,
    [Symbol.dispose]: folder[Symbol.dispose],
  };
};

/** An initialized client whose setting `xlcfg.folders` has the folder, after the server has read its files. */
export const connectTo = async ({ folder }: TwoGuests, options: ClientOptions = {}): Promise<TestClient> => {
  const settings = { folders: [folder] };
  const client = startInProcess({ initializationOptions: { settings }, ...options });
  await client.initialize();
  await eventually(async () =>
    expect(await client.requestUntyped('workspace/symbol', { query: '' })).toEqual(
      expect.arrayContaining(['net', 'web'].map((name) => expect.objectContaining({ name }))),
    ),
  );
  return client;
};

export const paramsAt = (uri: string, line: number, character: number) => ({
  textDocument: { uri },
  position: { line, character },
});
