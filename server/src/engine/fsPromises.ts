/** `node:fs/promises`, as far as the programs use it. */
import * as os from 'qjs:os';
import {
  accessSync,
  closeSync,
  fstatSync,
  kindOf,
  lstatSync,
  namesIn,
  openSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from './fs.ts';

/** A name that leads to nothing, such as one that is not UTF-8, counts as a file: whoever reads it gets the reason. */
const entryIn = (folder: string, name: string) => {
  const [status, errno] = os.lstat(`${folder}/${name}`);
  const { mode } = errno === 0 ? status : { mode: os.S_IFREG };
  return { name, parentPath: folder, ...kindOf(mode) };
};

export type Dirent = ReturnType<typeof entryIn>;

/** Only the entries that are asked for are looked up: a folder may be huge. */
function* entriesIn(folder: string, names: readonly string[]): Iterable<Dirent> {
  for (const name of names) yield entryIn(folder, name);
}

type Tail<List extends readonly unknown[]> = List extends [unknown, ...infer Rest] ? Rest : never;

export const access = async (file: string): Promise<void> => accessSync(file);
export const lstat = async (file: string): Promise<Stats> => lstatSync(file);
export const open = async (file: string, flags: number) => {
  const descriptor = openSync(file, flags);
  return {
    stat: async () => fstatSync(descriptor),
    read: async (...call: Tail<Parameters<typeof readSync>>) => ({
      bytesRead: readSync(descriptor, ...call),
    }),
    close: async (): Promise<void> => closeSync(descriptor),
  };
};
export const opendir = async (folder: string): Promise<Iterable<Dirent>> =>
  entriesIn(folder, namesIn(folder));
export const readdir = async (folder: string): Promise<Dirent[]> =>
  namesIn(folder).map((name) => entryIn(folder, name));
export const readlink = async (file: string): Promise<string> => readlinkSync(file);
export const readFile = async (...call: Parameters<typeof readFileSync>): Promise<Buffer | string> =>
  readFileSync(...call);
export const realpath = async (file: string): Promise<string> => realpathSync(file);
export const stat = async (file: string): Promise<Stats | undefined> => statSync(file);
