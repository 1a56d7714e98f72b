/** The written cases: whole files in files/ and otherFiles/, disk specs in specs/disk/, other strings in specs/. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FileKindName } from '@xlcfg/shared';
import { smallGuest } from './smallGuest.ts';
import { parseTxtar } from './txtar.ts';

export interface WrittenCase {
  /** The table or directory of the case, without its ending. */
  readonly area: string;
  /** Unique in its area. */
  readonly name: string;
}

export interface FileCase extends WrittenCase {
  readonly bytes: Buffer;
}

/** A disk spec: its name is the spec itself. */
export type SpecCase = WrittenCase;

/** A string of a language other than disks, or a whole list of them: its area is the option, its name the line. */
export interface StringCase extends WrittenCase {
  /** A small guest with the string. xl accepts the guest without the string. */
  readonly text: string;
}

/** Unique among the cases of a kind. */
export const idOf = ({ area, name }: WrittenCase): string => `${area}/${name}`;

const directory = (name: string): string => fileURLToPath(new URL(`${name}/`, import.meta.url));

/** Whole files, of guests unless told otherwise, in the order of their areas and names. */
export function readFileCases(kind: FileKindName = 'guest'): FileCase[] {
  if (kind !== 'guest') return filesOfArea(directory('otherFiles'), kind);
  const root = directory('files');
  return [...new Set(readdirSync(root).map((entry) => entry.replace(/\.txtar$/, '')))]
    .sort()
    .flatMap((area) => filesOfArea(root, area));
}

/** The guests for Arm hosts: files of one area, which releases of both architectures are asked about. */
export const readArmCases = (): FileCase[] => readFileCases().filter(({ area }) => area === 'arm');

/** The files in the table of an area, and those in its directory, which a table cannot hold. */
function filesOfArea(root: string, area: string): FileCase[] {
  const [table, own] = [`${root}${area}.txtar`, `${root}${area}`];
  const inTable = existsSync(table) ? parseTxtar(readFileSync(table, 'utf8')) : [];
  const names = existsSync(own) ? readdirSync(own) : [];
  return [
    ...inTable.map(({ name, text }) => ({ area, name, bytes: Buffer.from(text, 'utf8') })),
    ...names.map((name) => ({ area, name, bytes: readFileSync(`${own}/${name}`) })),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Disk specs, in the order of their areas and lines. */
export const readSpecCases = (): SpecCase[] => linesIn('specs/disk');

/** The strings of other languages, in the order of their options and lines. */
export const readStringCases = (): StringCase[] =>
  linesIn('specs').map(({ area, name }) => ({ area, name, text: smallGuest(area, name) }));

/**
 * The lines of the text files in a directory. Empty lines and those that start with `#` are skipped. A line that starts
 * with a double quote is a JSON string, for text that a line cannot show: blanks at the end, tabs, nothing at all.
 */
function linesIn(name: string): WrittenCase[] {
  const root = directory(name);
  return readdirSync(root)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) =>
      readFileSync(root + file, 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line) => ({
          area: file.replace(/\.txt$/, ''),
          name: line.startsWith('"') ? String(JSON.parse(line)) : line,
        })),
    );
}
