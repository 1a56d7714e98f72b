/** A home folder for an editor: the guest, the server on the `PATH`, and a log of the editor's messages. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildBundles } from '../../../support/buildBundles.ts';
import { GUEST } from './guest.ts';

export interface Home {
  readonly folder: string;
  readonly guest: string;
  readonly uri: string;
  /** The bundle of the server. */
  readonly server: string;
  /** The whole environment of the editor. */
  readonly env: Readonly<Record<string, string>>;
  /** Writes a file, by its path below the home folder. */
  readonly write: (name: string, text: string) => string;
  /** The parameters of every message of this method that the editor has sent, oldest first. */
  readonly sent: (method: string) => readonly unknown[];
  /** What the editor answered when it was asked for the section of its settings, if it was: oldest first. */
  readonly configured: () => readonly unknown[];
  readonly remove: () => void;
}

interface Heard {
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** The messages in what was said over a stream: the last one may be cut off. */
const messages = (stream: Buffer): Heard[] => {
  const found = [];
  for (let at = 0; at < stream.length; ) {
    const end = stream.indexOf('\r\n\r\n', at);
    const length = Number(
      /Content-Length: (\d+)/i.exec(stream.toString('latin1', at, Math.max(end, at)))?.[1],
    );
    if (end < 0 || !(end + 4 + length <= stream.length)) break;
    at = end + 4 + length;
    found.push(JSON.parse(stream.toString('utf8', end + 4, at)));
  }
  return found;
};

/**
 * Makes the home folder, with the guest as `etc/xen/web1.cfg`.
 *
 * The server is the bundle as it is shipped. What comes to it is copied to a file on the way: each start of the server
 * writes one of its own.
 */
export const makeHome = (): Home => {
  const bundles = buildBundles();
  const folder = mkdtempSync(path.join(tmpdir(), 'xlcfg-editor-'));
  const write = (name: string, text: string): string => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  const guest = write('etc/xen/web1.cfg', GUEST);
  const heard = path.join(folder, 'heard');
  const all = (): Heard[] => (existsSync(heard) ? messages(readFileSync(heard)) : []);
  const command = write(
    'bin/xlcfg-language-server',
    `#!/bin/sh\ntee -a '${heard}' | '${process.execPath}' '${bundles.server}' "$@" 2>>'${folder}/stderr'\n`,
  );
  chmodSync(command, 0o755);
  return {
    folder,
    guest,
    uri: pathToFileURL(guest).href,
    server: bundles.server,
    write,
    env: {
      HOME: folder,
      XDG_CONFIG_HOME: path.join(folder, '.config'),
      XDG_CACHE_HOME: path.join(folder, '.cache'),
      XDG_DATA_HOME: path.join(folder, '.local/share'),
      XDG_STATE_HOME: path.join(folder, '.local/state'),
      XDG_RUNTIME_DIR: folder,
      PATH: `${path.dirname(command)}:${path.dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
      LANG: 'C.UTF-8',
      TERM: 'xterm-256color',
    },
    sent: (method) =>
      all()
        .filter((message) => message.method === method)
        .map(({ params }) => params),
    // The one question of the server that is answered with a list.
    configured: () => all().flatMap(({ result }) => (Array.isArray(result) ? result : [])),
    remove: () => {
      bundles.remove();
      // An editor that is just ending may still write.
      rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
    },
  };
};
