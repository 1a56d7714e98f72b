/** The cases that people wrote: whole files below files/, disk specs in specs/disk/, other strings in specs/. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FileKindName } from '@xlcfg/shared';

export interface FileCase {
  /** `area/name.cfg`. */
  readonly name: string;
  readonly bytes: Buffer;
}

export interface SpecCase {
  /** Of the file in specs/disk/ that has it, without the ending. */
  readonly area: string;
  readonly spec: string;
}

const directory = (name: string): string => fileURLToPath(new URL(`${name}/`, import.meta.url));

/** Whole files of guests, or of another kind, in the order of their names. */
export function readFileCases(kind: FileKindName = 'guest'): FileCase[] {
  const root = directory(kind === 'guest' ? 'files' : `otherFiles/${kind}`);
  if (kind !== 'guest')
    return readdirSync(root)
      .sort()
      .map((name) => ({ name, bytes: readFileSync(root + name) }));
  return readdirSync(root)
    .sort()
    .flatMap((area) => readdirSync(root + area).map((name) => `${area}/${name}`))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(root + name) }));
}

/** Disk specs. */
export const readSpecCases = (): SpecCase[] =>
  textFiles('specs/disk').flatMap(({ area, lines }) => lines.map((spec) => ({ area, spec })));

/** A string of a language other than disks, or a whole list of strings. */
export interface StringCase {
  /** The option, which is the name of the file in specs/. */
  readonly option: string;
  /** As in specs/. */
  readonly line: string;
  /** A small guest that has the string, and is taken but for the string. */
  readonly text: string;
}

/** What a guest has to be for the option to be read, where that is not an hvm guest. */
const GUESTS: Readonly<Record<string, string>> = {
  vfb: 'type = "pv"\nkernel = "/boot/vmlinuz"\n',
  vsnd: 'type = "pv"\nkernel = "/boot/vmlinuz"\n',
  vdispl: 'type = "pv"\nkernel = "/boot/vmlinuz"\n',
  dtdev: 'type = "pv"\nkernel = "/boot/vmlinuz"\n',
};
const USUAL_GUEST = 'type = "hvm"\n';

/** What the strings of an option need beside them. */
const BESIDE: Readonly<Record<string, string>> = {
  cpus: 'vcpus = 2\n',
  vnuma: 'vcpus = 2\nmemory = 512\n',
};

/** Options whose value is one text. */
const TEXTS: ReadonlySet<string> = new Set([
  'rdm',
  'cpus',
  'cpuid',
  'serial',
  'usbdevice',
  'bootloader_args',
]);

/** A line that starts with a bracket is a list as it stands in a file; any other is one string. */
export const readStringCases = (): StringCase[] =>
  textFiles('specs').flatMap(({ area: option, lines }) =>
    lines.map((line) => ({
      option,
      line,
      text: `name = "small"\n${GUESTS[option] ?? USUAL_GUEST}${BESIDE[option] ?? ''}${option} = ${writtenAs(option, line)}\n`,
    })),
  );

/** The name of its recording. */
export const stringName = ({ option, line }: StringCase): string => `${option} ${line}`;

function writtenAs(option: string, line: string): string {
  if (line.startsWith('[')) return line;
  const text = `'${line.replace(/['\\]/g, (c) => `\\${c}`).replaceAll('\n', '\\n')}'`;
  return TEXTS.has(option) ? text : `[ ${text} ]`;
}

/**
 * What is in the text files of a directory, by line. Lines that start with `#` and empty ones are passed over. A line
 * that starts with a double quote is a JSON string, for what a line cannot show: blanks at the end, tabs, nothing at all.
 */
function textFiles(name: string): { readonly area: string; readonly lines: readonly string[] }[] {
  const root = directory(name);
  return readdirSync(root)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => ({
      area: file.replace(/\.txt$/, ''),
      lines: readFileSync(root + file, 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line): string => (line.startsWith('"') ? JSON.parse(line) : line)),
    }));
}
