/** Whole files about what a release has in another way than those before and after it: options, values, keys, forms. */
import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import { OPTIONS } from '@xlcfg/shared/src/schema/options/index.ts';
import type { OptionSchema } from '@xlcfg/shared/src/schema/types.ts';
import { type Lifetime, XEN_VERSIONS, type XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { type Random, times } from '../random.ts';
import { fillIn } from './choices.ts';
import { usualDiskSpec } from './diskSpecs.ts';
import { guestBase } from './guestFiles.ts';
import { literal } from './literals.ts';
import { generateValue } from './optionValues.ts';
import { stringsOf } from './strings/index.ts';

/** Makes one setting. */
type Make = (random: Random) => string;

interface Change {
  /** The first and the last release that has it. */
  readonly lifetime: Partial<Lifetime>;
  readonly make: Make;
}

/** How many releases before and after the one in question count as near. */
const NEAR = 4;

const isNear = (version: XenVersion, { since, last }: Partial<Lifetime>): boolean => {
  const distance = (other: XenVersion): number =>
    Math.abs(XEN_VERSIONS.indexOf(version) - XEN_VERSIONS.indexOf(other));
  return [since, last].some((other) => other !== undefined && distance(other) <= NEAR);
};

const optionChanges = (option: OptionSchema): Change[] => [
  {
    lifetime: option,
    make: (random) => `${option.name} = ${generateValue(option, random)}`,
  },
  ...(option.values ?? []).map((value) => ({
    lifetime: value,
    make: (random: Random) =>
      `${option.name} = ${
        value.number !== undefined && random.chance(0.3)
          ? value.number
          : literal(random.chance(0.9) ? value.name : value.name.toUpperCase(), random)
      }`,
  })),
];

/** A string that people write, of an option's language. */
const usualString = (option: string, random: Random): string =>
  option === 'disk' ? usualDiskSpec(random) : random.pick(stringsOf(option)?.usual ?? ['']);

const asValue = (option: string, text: string, random: Random): string =>
  OPTIONS.find(({ name }) => name === option)?.kind === 'string'
    ? literal(text, random)
    : `[ ${literal(text, random)} ]`;

const VALUES = ['1', '0', '', 'on', 'x', '2', '-1', '65536'];

/** The keys and flags of a language: added to a usual string. */
const parameterChanges = ({ options, parameters }: (typeof SPEC_LANGUAGES)[number]): Change[] =>
  options.flatMap((option) =>
    parameters.flatMap(({ name, form, values = [], ...lifetime }) => {
      const words = values.map((value) => value.name);
      const added = (random: Random): string =>
        form === 'value' ? `${name}=${random.pick([...words, ...words, ...VALUES])}` : name;
      const make: Make = (random) => {
        const parts = [usualString(option, random), added(random)];
        if (random.chance(0.5)) parts.reverse();
        return `${option} = ${asValue(option, parts.join(','), random)}`;
      };
      return [
        { lifetime, make },
        ...values.map((value) => ({
          lifetime: value,
          make: (random: Random) =>
            `${option} = ${asValue(option, `${usualString(option, random)},${name}=${value.name}`, random)}`,
        })),
      ];
    }),
  );

/** What the schema has no lifetime for, as it is not a word: how a form is read, what is checked. */
const FORMS: readonly string[] = [
  'vcpus = <1|2|4>\ncpus = "<0|1-3|0,^1|all|node:0>"',
  'cpus = "<0|1-3|all|0,^1>"',
  'pci = [ "<03:00.*|03:00.0|0000:03:00.*@5|03:00.1-0|bdf=03:00.*|bdf=03:00.0,rdm_policy=strict|name=nic>" ]',
  'pci = [ "03:00.0<,rdm_policy=relaxed|@1f,permissive=1|,seize=1>" ]',
  'rdm = "<strategy=host|strategy=host,policy=strict|strategy=host,policy=relaxed|policy=strict|strategy=none>"',
  'shadow_memory = <8|"-1"|0|"8"|100000>',
  'passthrough = "<disabled|enabled|sync_pt|share_pt|unknown|>"',
  'device_model_stubdomain_override = <0|1>',
  'vif = [ "<mtu=9000|trusted=0|vlan=10/20|type=ioemu|type=vif,model=e1000|rate=1Mb/s|vid=1|pvid=2>" ]',
  'disk = [ "<,empty,hdc,cdrom|vdev=hdc,cdrom,backendtype=phy,target=/dev/sr0|vdev=xvda,trusted,target=/a>" ]',
  'disk = [ "<vdev=xvda,specification=virtio,target=/a|vdev=xvda,grant_usage=1,target=/a|,,hdc,cdrom>" ]',
  'usbctrl = [ "<type=qusb,version=2,ports=4|version=3|type=devicemodel|type=auto,version=1|ports=16|ports=0>" ]',
  'p9 = [ "<tag=a,path=/a,security_model=none|type=xen_9pfsd,tag=a,path=/a,max-files=10|tag=a>" ]',
  'memory = ""',
  'maxmem = <64|512|2048|"x">',
  'bootloader = "<pygrub|/usr/bin/pygrub|pvgrub32>"',
  'nestedhvm = <0|1|"hvm"|"1">',
  'altp2m = <"external"|"mixed"|1|0|"limited"|4>',
  'cpuid = "host,htt=1,<tme=|tme=1|amd-fsrc=>,<amd-fsrc=0|fsrsc=|nscb=x|tme=0>"',
  'cpuid = <"host,tm=0"|[ "1:ecx=xxxx" ]|"host,nosuch=1"|"0x80000008:ebx=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx0">',
];

const CHANGES: readonly Change[] = [
  ...OPTIONS.filter(({ name }) => name !== 'pool').flatMap(optionChanges),
  ...SPEC_LANGUAGES.flatMap(parameterChanges),
];

const near = new Map<XenVersion, readonly Make[]>();

function changesNear(version: XenVersion): readonly Make[] {
  const known = near.get(version);
  if (known) return known;
  const found = CHANGES.filter(({ lifetime }) => isNear(version, lifetime)).map(({ make }) => make);
  near.set(version, found);
  return found;
}

/** A guest that xl of `version` would accept, and some of what is different with it. */
export function generateDifference(random: Random, version: XenVersion): string {
  const changes = changesNear(version);
  const settings = times(1 + random.below(3), () =>
    random.chance(0.7) ? random.pick(changes)(random) : fillIn(random.pick(FORMS), random),
  );
  return `${[...guestBase(random), ...settings].join('\n')}\n`;
}
