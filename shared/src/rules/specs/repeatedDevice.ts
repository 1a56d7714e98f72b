/** One disk, address or device of the host twice in one guest. Facts: tools/hotplug/Linux/block, libxl_pci.c, libxl_usb.c. */
import type { Fix } from '../../edits/edit.ts';
import { removeItem } from '../../edits/removeItem.ts';
import { placeIn } from '../../edits/stringEdits.ts';
import type { FactContent, FactKind, SpecFact } from '../../languages/facts.ts';
import { SPEC_LANGUAGES } from '../../languages/index.ts';
import type { SpecLanguage } from '../../languages/language.ts';
import { createListMap } from '../../listMap.ts';
import { memoizeByObject } from '../../memoize.ts';
import { type GuestSpec, type GuestSpecs, isSameSpec } from '../../model/guestSpecs.ts';
import { spanOf } from '../../span.ts';
import { createTally } from '../../tally.ts';
import { onOneLine, shorten } from '../../text/printable.ts';
import { quoted } from '../../text/sentences.ts';
import { type Finding, NOTHING, type Rule } from '../rule.ts';

interface Repetition {
  readonly message: (text: string) => string;
  /** What the first one is. */
  readonly related: string;
  readonly generatedFix?: Finding['generatedFix'];
}

const REPETITIONS: Partial<Record<FactKind, Repetition>> = {
  mac: {
    message: () =>
      'Another NIC of this guest has this MAC address: on the same network, both lose packets. Change one of them, or remove `mac=`.',
    related: 'The same MAC address.',
    generatedFix: { title: 'Generate a new MAC address', generates: 'mac' },
  },
  diskTarget: {
    message: (text) =>
      `Another disk of this guest is also ${quoted(text)}: the second one is rejected, or the data is corrupted. Remove one of them.`,
    related: 'The same target.',
  },
  pciDevice: {
    message: (text) =>
      `${quoted(text)} is already in the list, and can be assigned only once: the guest does not start. Remove one of them.`,
    related: 'The same PCI device.',
  },
  usbDevice: {
    message: (text) =>
      `${quoted(text)} is already in the list, and can be assigned only once: the guest does not start. Remove one of them.`,
    related: 'The same USB device.',
  },
};

interface Device {
  readonly fact: SpecFact;
  readonly repetition: Repetition;
  /** The same for two devices that may be one. */
  readonly key: string;
}

interface Found extends Device {
  readonly guestSpec: GuestSpec;
}

const NO_DEVICES: readonly Device[] = [];

function devicesOf({ language, spec }: GuestSpec): readonly Device[] {
  const facts = spec.faults.some(({ effect }) => effect !== 'none') ? undefined : language.facts?.(spec);
  const devices = (facts ?? []).flatMap((fact): Device[] => {
    const { kind, key } = fact.content;
    const repetition = REPETITIONS[kind];
    return repetition ? [{ fact, repetition, key: `${kind}\n${key}` }] : [];
  });
  return devices.length > 0 ? devices : NO_DEVICES;
}

/** The languages whose strings name devices, each with kinds of devices of its own. */
const LANGUAGES = SPEC_LANGUAGES.filter(({ facts }) => facts !== undefined);

/** The devices of each string of a language, and the keys that several have: known from version to version of a document. */
const devicesIn = memoizeByObject((_history: object) =>
  memoizeByObject((_language: SpecLanguage) => {
    const mapDevices = createListMap(devicesOf, isSameSpec);
    const count = createTally((devices: readonly Device[]) => devices.map(({ key }) => key));
    return (guestSpecs: readonly GuestSpec[]) => {
      const devices = mapDevices(guestSpecs);
      return { devices, repeated: count(devices).repeated };
    };
  }),
);

function* repetitionsIn(language: SpecLanguage, specs: GuestSpecs, text: string): Generator<Finding> {
  const guestSpecs = specs.of(language);
  if (guestSpecs.length < 2) return;
  const { devices, repeated } = devicesIn(specs.history)(language)(guestSpecs);
  if (repeated.size === 0) return;
  const firsts = new Map<string, Found[]>();
  for (const [at, guestSpec] of guestSpecs.entries()) {
    for (const device of devices[at] ?? NO_DEVICES) {
      if (!repeated.has(device.key)) continue;
      const found = { guestSpec, ...device };
      const { content } = device.fact;
      const same = firsts.get(device.key);
      const first = same?.find((one) => overlap(one.fact.content, content));
      if (!same) firsts.set(device.key, [found]);
      else if (!first) same.push(found);
      else if (!isHarmless(first.fact.content, content)) yield findingOf(found, first, text);
    }
  }
}

/** Whether both are about the same part: two functions of a PCI device are two devices. */
const overlap = (a: FactContent, b: FactContent): boolean =>
  a.part === undefined || b.part === undefined || a.part === b.part;

/** Disks that the guest can only read do each other no harm. */
const isHarmless = (a: FactContent, b: FactContent): boolean =>
  a.kind === 'diskTarget' && a.writable !== true && b.writable !== true;

const removalOf = ({ node, spec }: GuestSpec, text: string): Fix => ({
  title: `Remove ${shorten(onOneLine(spec.text), 60)}`,
  edits: [removeItem(text, node)],
});

function findingOf({ guestSpec, fact, repetition }: Found, first: Found, text: string): Finding {
  const { message, related, generatedFix } = repetition;
  return {
    span: placeIn(guestSpec.node, fact.span),
    scope: spanOf(guestSpec.node),
    message: message(fact.content.text),
    ...(generatedFix ? {} : { fixes: [removalOf(guestSpec, text)] }),
    related: [{ span: placeIn(first.guestSpec.node, first.fact.span), message: related }],
    ...(generatedFix ? { generatedFix } : {}),
  };
}

export const repeatedDevice: Rule = {
  code: 'repeated-device',
  source: 'tools/hotplug/Linux/block libxl_pci.c:libxl__device_pci_add libxl_usb.c:libxl__device_usbdev_add',
  severity: 'warning',
  summary: 'A disk, MAC address or passed-through device that one guest has twice.',
  details:
    'xl accepts the file. The script that attaches block devices rejects the second disk, or two file systems on one disk destroy ' +
    'each other; two interfaces with one MAC address lose packets; a PCI or USB device can be assigned once, and the guest does ' +
    "not start.\n\n```\ndisk = [ '/dev/vg/a,raw,xvda,rw', '/dev/vg/a,raw,xvdb,rw' ]     # one volume, two disks\n```",
  check({ specs, file }) {
    const findings = LANGUAGES.flatMap((language) => [...repetitionsIn(language, specs, file.text)]);
    return findings.length > 0 ? findings : NOTHING;
  },
};
