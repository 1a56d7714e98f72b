/** A server for the built site on this machine, which compresses as web hosts do. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = path.resolve(import.meta.dirname, '../../dist');

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
};

export interface SiteServer {
  /** URL of the start page. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** @param port 0: the system chooses */
export const createSiteServer = async (port = 0): Promise<SiteServer> => {
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const file = path.join(DIST, decodeURIComponent(pathname.replace(/\/$/, '/index.html')));
    const type = TYPES[path.extname(file)];
    const content =
      type && file.startsWith(DIST + path.sep) ? await readFile(file).catch(() => undefined) : undefined;
    if (content === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
      return;
    }
    response
      .writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'cache-control': 'no-cache' })
      .end(gzipSync(content));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return {
    address: `http://localhost:${actual}/`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
