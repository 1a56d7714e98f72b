/** Whole files about disks: what xl must have to make a guest, its disks, and settings around them, right, wrong or absent. */
import { type Random, times } from '../random.ts';
import { generateDiskSpec, usualDiskSpec } from './diskSpecs.ts';
import { literal } from './literals.ts';

type Make = (random: Random) => string;

const word =
  (...words: string[]): Make =>
  (random) =>
    literal(random.pick(words), random);

const bare =
  (...texts: string[]): Make =>
  (random) =>
    random.pick(texts);

const diskList: Make = (random) => {
  const item = (): string =>
    random.chance(0.97)
      ? literal(random.chance(0.75) ? usualDiskSpec(random) : generateDiskSpec(random), random)
      : random.pick(['[ "phy:/dev/x,xvda,w" ]', '7', '[]', '08']);
  const gap = random.pick(['', ' ', '\n  ', ' # first\n']);
  const items = times(random.pick([0, 1, 1, 1, 1, 2, 2, 3, 5]), item);
  return `[${gap}${items.join(`,${gap}`)}${random.chance(0.15) && items.length > 0 ? ',' : ''}${gap}]`;
};

/** Values by option. The settings are chosen so that nothing of the host has a say. */
const OPTIONS: Readonly<Record<string, readonly Make[]>> = {
  name: [word('web', 'db-1', 'a b', '', 'é'), word('web'), bare('1', '[ "web" ]', '[]')],
  type: [
    word('pv', 'pvh', 'hvm'),
    word('pv', 'pvh', 'hvm', 'h', 'p', 'pvhh', 'PV', '', 'generic', 'linux'),
    bare('1', '[ "pv" ]'),
  ],
  builder: [
    word('hvm', 'generic'),
    word('hvm', 'linux', 'generic', 'h', '', 'HVM', 'pvh'),
    bare('0', '[ "hvm" ]'),
  ],
  kernel: [
    word('/boot/vmlinuz', '/boot/xen-guest', 'hvmloader'),
    word('', '/boot/vmlinuz'),
    bare('1', '[ "/boot/vmlinuz" ]'),
  ],
  ramdisk: [word('/boot/initrd.img', '')],
  bootloader: [word('pygrub', '/usr/bin/pygrub', 'pvgrub32', ''), bare('[ "pygrub" ]', '2')],
  memory: [bare('512', '0x200', '0', '08', '""', '" 12"', '"512M"', '[]')],
  vcpus: [bare('1', '2', '"4"', '0', '2x')],
  on_crash: [word('restart', 'destroy', 'preserve')],
  extra: [word('ro quiet', '')],
  root: [word('/dev/xvda1 ro')],
  disk: [diskList, diskList, diskList, diskList, diskList, word('phy:/dev/x,xvda,w'), bare('1')],
  memroy: [bare('512')],
};

/** How often each stands in a file. */
const SHARE: Readonly<Record<string, number>> = {
  name: 0.96,
  type: 0.6,
  builder: 0.25,
  kernel: 0.6,
  memory: 0.9,
  disk: 0.9,
};

const SEPARATORS = ['\n', '\n', '\n', '\n\n', '\n# note\n', ';', ' # note\n', ' \n'];

/** One file of few options and many disks. It mostly parses; sometimes a character is missing. */
export function generateDiskFile(random: Random): string {
  const settings = Object.entries(OPTIONS).flatMap(([name, makes]) => {
    if (!random.chance(SHARE[name] ?? 0.3)) return [];
    const repeated = random.chance(0.06) ? 2 : 1;
    return times(repeated, () => setting(name, makes, random));
  });
  if (random.chance(0.2)) settings.reverse();
  const text = settings.map((line) => line + random.pick(SEPARATORS)).join('');
  return random.chance(0.93) ? text : withoutOne(text, random);
}

/** One character less. Never a letter, which could make another option of a name. */
export function withoutOne(text: string, random: Random): string {
  const places = [...text.matchAll(/[^a-z]/g)].map(({ index }) => index);
  if (places.length === 0) return text;
  const at = random.pick(places);
  return text.slice(0, at) + text.slice(at + 1);
}

function setting(name: string, makes: readonly Make[], random: Random): string {
  // The first way is the right one. The disks are where the variety is wanted.
  const make = name !== 'disk' && random.chance(0.85) ? makes[0] : random.pick(makes);
  const operator = random.pick(['=', ' = ', ' = ', ' = ', random.chance(0.3) ? ' += ' : '=']);
  return `${name}${operator}${make?.(random) ?? '""'}`;
}
