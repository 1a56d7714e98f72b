/** The cases that people wrote: whole files below files/, disk specs in specs/. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface FileCase {
  /** `area/name.cfg`. */
  readonly name: string;
  readonly bytes: Buffer;
}

export interface SpecCase {
  /** Of the file in specs/ that has it, without the ending. */
  readonly area: string;
  readonly spec: string;
}

const directory = (name: string): string => fileURLToPath(new URL(`${name}/`, import.meta.url));

/** In the order of their names. */
export function readFileCases(): FileCase[] {
  const root = directory('files');
  return readdirSync(root)
    .sort()
    .flatMap((area) => readdirSync(root + area).map((name) => `${area}/${name}`))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(root + name) }));
}

/**
 * One spec a line. Lines that start with `#` and empty ones are passed over. A line that starts with a double quote is
 * a JSON string, for what a line cannot show: blanks at the end, tabs, nothing at all.
 */
export function readSpecCases(): SpecCase[] {
  const root = directory('specs');
  return readdirSync(root)
    .sort()
    .flatMap((file) => {
      const area = file.replace(/\.txt$/, '');
      const lines = readFileSync(root + file, 'utf8').split('\n');
      return lines
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line): SpecCase => ({ area, spec: line.startsWith('"') ? JSON.parse(line) : line }));
    });
}
