/** `node:fs/promises`, as far as the programs use it. */
import * as os from 'qjs:os';
import {
  accessSync,
  kindOf,
  lstatSync,
  namesIn,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
} from './fs.ts';

/** A name that leads to nothing, such as one that is not UTF-8, counts as a file: whoever reads it gets the reason. */
const entriesIn = (folder: string) =>
  namesIn(folder).map((name) => {
    const [status, errno] = os.lstat(`${folder}/${name}`);
    const { mode } = errno === 0 ? status : { mode: os.S_IFREG };
    return { name, parentPath: folder, ...kindOf(mode) };
  });

export type Dirent = ReturnType<typeof entriesIn>[number];

export const access = async (file: string): Promise<void> => accessSync(file);
export const lstat = async (file: string): Promise<Stats> => lstatSync(file);
export const opendir = async (folder: string): Promise<Dirent[]> => entriesIn(folder);
export const readdir = async (folder: string): Promise<Dirent[]> => entriesIn(folder);
export const readFile = async (...call: Parameters<typeof readFileSync>): Promise<Buffer | string> =>
  readFileSync(...call);
export const realpath = async (file: string): Promise<string> => realpathSync(file);
export const stat = async (file: string): Promise<Stats | undefined> => statSync(file);
