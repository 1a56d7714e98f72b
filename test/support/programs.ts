/** The programs under test: the bundles, run by Node, or the static programs in the folder that XLCFG_PROGRAMS names. */
import path from 'node:path';
import { built } from './built.ts';

/** A program and the arguments that come before all others. */
export type Command = readonly [program: string, ...args: string[]];

const { XLCFG_PROGRAMS: folder } = process.env;

const command = (name: string, bundle: string): Command =>
  folder ? [path.resolve(folder, name)] : [process.execPath, bundle];

export const cliCommand = command('xlcfg', built.cli);
export const serverCommand = command('xlcfg-language-server', built.server);

/** A command as a word or words of a shell's script. */
export const inShell = (words: Command): string => words.map((word) => `"${word}"`).join(' ');
