/** code-server with the packaged extension, in its own folders and on its own port. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { promisify } from 'node:util';
import { codeServerEntry } from './installCodeServer.ts';

/** The folders of one session. */
export interface Folders {
  /** Contains all other folders. */
  readonly root: string;
  /** The workspace. */
  readonly workspace: string;
  /** Settings, state, logs. */
  readonly userData: string;
  readonly home: string;
}

export interface CodeServer {
  /** URL of the page with the workspace. */
  readonly url: string;
  readonly pid: number;
  /** Stops the server, and waits until it has ended. */
  readonly stop: () => Promise<void>;
}

/** Without the user's own editor and the marketplace. */
const environment = ({ home }: Folders, extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv => {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_.*|VITEST.*|PORT|NODE_OPTIONS|NODE_ENV)$/.test(name),
  );
  const places = ['CONFIG', 'DATA', 'STATE', 'CACHE'].map((kind) => [`XDG_${kind}_HOME`, home]);
  return { ...Object.fromEntries([...own, ...places]), HOME: home, EXTENSIONS_GALLERY: '{}', ...extra };
};

const SERVE = [
  ['--auth', 'none'],
  // The system chooses the port.
  ['--bind-addr', '127.0.0.1:0'],
  '--disable-telemetry',
  '--disable-update-check',
  '--disable-workspace-trust',
  '--disable-getting-started-override',
  '--ignore-last-opened',
].flat();

/** Finds the address that the server listens on in its log. */
const addressIn = async (log: AsyncIterable<string>): Promise<string> => {
  const seen: string[] = [];
  for await (const line of log) {
    const [, address] = /HTTP server listening on (http:\S+?)\/?$/.exec(line) ?? [];
    if (address !== undefined) return address;
    seen.push(line);
  }
  throw new Error(`VS Code's server ended before it listened:\n${seen.join('\n')}`);
};

/**
 * Installs the extensions, then starts the server and waits until it listens.
 *
 * @param vsix paths of the packages to install
 * @param extra additional environment variables
 */
export const startCodeServer = async (
  folders: Folders,
  vsix: readonly string[],
  extra: Readonly<Record<string, string>>,
): Promise<CodeServer> => {
  const entry = await codeServerEntry();
  const env = environment(folders, extra);
  const places = [
    ['--config', path.join(folders.root, 'config.yaml')],
    ['--user-data-dir', folders.userData],
    ['--extensions-dir', path.join(folders.root, 'extensions')],
  ].flat();
  const packages = vsix.flatMap((file) => ['--install-extension', file]);
  await promisify(execFile)(process.execPath, [entry, ...places, ...packages], { env });
  const server = spawn(process.execPath, [entry, ...places, ...SERVE], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = new PassThrough();
  server.stdout.pipe(log);
  server.stderr.pipe(log);
  const ended = once(server, 'exit');
  const address = await addressIn(createInterface(log));
  // Nobody reads on: the log must not fill the pipe.
  log.resume();
  return {
    url: `${address}/?folder=${encodeURIComponent(folders.workspace)}`,
    pid: server.pid ?? Number.NaN,
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
    },
  };
};
