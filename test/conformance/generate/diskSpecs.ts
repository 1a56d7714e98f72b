/** Disk specs: most of the shapes that people write, then damaged more or less. */
import type { Random } from '../random.ts';
import { times } from '../random.ts';
import { ACCESSES, FLAGS, FORMATS, PARAMETERS, PREFIXES, TARGETS, VDEVS } from './words.ts';

const NAMES = Object.keys(PARAMETERS);
const CHARACTERS = ',,,,====::  \t\n-_/.!aZ019xé#\'"\\'
  .split('')
  .concat([', ', ' ,', ',,', 'target=', 'raw:']);

const parameter = (random: Random): string => {
  const name = random.pick(NAMES);
  return `${name}=${random.pick(PARAMETERS[name] ?? [''])}`;
};

const suffix = (random: Random): string =>
  random.pick(['', '', ':cdrom', ':disk', ':CDROM', ':', ':cdrom:disk']);

/** `target,format,vdev,access`, cut short anywhere. */
function positional(random: Random): string[] {
  const fields = [
    random.pick(TARGETS),
    random.pick(FORMATS),
    random.pick(VDEVS) + suffix(random),
    random.pick(ACCESSES),
  ];
  return fields.slice(0, 1 + random.below(4));
}

/** `phy:target,vdev,access`. */
const prefixed = (random: Random): string[] => [
  random.pick(PREFIXES) + (random.chance(0.2) ? random.pick(PREFIXES) : '') + random.pick(TARGETS),
  random.pick(VDEVS) + suffix(random),
  ...(random.chance(0.8) ? [random.pick(ACCESSES)] : []),
];

const named = (random: Random): string[] =>
  times(1 + random.below(5), () => (random.chance(0.8) ? parameter(random) : random.pick(FLAGS)));

/** Any of them in any order. */
const mixed = (random: Random): string[] =>
  times(random.below(8), () =>
    random.pick([
      () => parameter(random),
      () => random.pick(FLAGS),
      () => random.pick(TARGETS),
      () => random.pick(FORMATS),
      () => random.pick(VDEVS) + suffix(random),
      () => random.pick(ACCESSES),
      () => random.pick(PREFIXES) + random.pick(TARGETS),
    ])(),
  );

function damage(spec: string, random: Random): string {
  const at = random.below(spec.length + 1);
  const end = at + 1 + random.below(4);
  return random.pick([
    () => spec.slice(0, at) + random.pick(CHARACTERS) + spec.slice(at),
    () => spec.slice(0, at) + spec.slice(end),
    () => spec.slice(0, at) + spec.slice(at, end) + spec.slice(at),
    () => spec.slice(0, at),
  ])();
}

/** One spec. No NUL is in it, which a string cannot hold. */
export function generateDiskSpec(random: Random): string {
  const shape = random.pick([positional, prefixed, named, mixed]);
  const fields = shape(random);
  if (shape !== mixed && random.chance(0.4)) fields.push(...named(random));
  let spec = fields.map((field) => (random.chance(0.08) ? ` ${field}` : field)).join(',');
  while (random.chance(0.25)) spec = damage(spec, random);
  return spec;
}

/** A disk that most likely works. */
export const usualDiskSpec = (random: Random): string =>
  random.pick([
    () =>
      `${random.pick(PREFIXES)}${random.pick(TARGETS)},xvd${random.pick(['a', 'b', 'c', 'd'])},${random.pick(ACCESSES)}`,
    () => `${random.pick(TARGETS)},${random.pick(['raw', 'qcow2', ''])},hd${random.pick(['a', 'b'])},rw`,
    () => 'file:/iso/install.iso,hdc:cdrom,r',
    () => 'vdev=xvdb, format=qcow2, access=rw, target=/srv/xen/data,1.qcow2',
  ])();
