/** A guest for one string of an option: xl accepts it without the string, and reads the option. */
import { optionByName } from '@xlcfg/shared/src/schema/index.ts';

const HVM = 'type = "hvm"\nmemory = 512\n';
const PV = 'type = "pv"\nkernel = "/boot/vmlinuz"\nmemory = 512\n';

/** What a guest must be for the option to have an effect, where that is not an HVM guest. */
const GUESTS: Readonly<Record<string, string>> = { vfb: PV, vsnd: PV, vdispl: PV, dtdev: PV };

/** Other settings that the option needs. */
const OTHER_SETTINGS: Readonly<Record<string, string>> = {
  cpus: 'vcpus = 2\n',
  vnuma: 'vcpus = 2\n',
};

/** The text of the guest. A line that starts with a bracket is the whole value; any other is one string. */
export const smallGuest = (name: string, line: string): string =>
  `name = "small"\n${GUESTS[name] ?? HVM}${OTHER_SETTINGS[name] ?? ''}${name} = ${written(name, line)}\n`;

function written(name: string, line: string): string {
  if (line.startsWith('[')) return line;
  const string = quoted(line);
  const kind = optionByName.get(name)?.kind;
  return kind === 'string' || kind === 'stringOrList' ? string : `[ ${string} ]`;
}

/** The text as a string of a file. */
export const quoted = (text: string): string =>
  `'${text.replace(/['\\]/g, (c) => `\\${c}`).replaceAll('\n', '\\n')}'`;
