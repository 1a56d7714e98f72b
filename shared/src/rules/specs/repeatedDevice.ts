/** One disk, address or device of the host twice in one guest. Facts: tools/hotplug/Linux/block, libxl_pci.c, libxl_usb.c. */
import { placeIn } from '../../edits/stringEdits.ts';
import type { FactContent, FactKind, SpecFact } from '../../languages/facts.ts';
import type { ParsedSpec, SpecLanguage } from '../../languages/language.ts';
import { memoizeByObject } from '../../memoize.ts';
import type { GuestSpec } from '../../model/guestSpecs.ts';
import { spanOf } from '../../span.ts';
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
      'Another network interface of this guest has this MAC address: on one network, both lose packets. Change one of them, or remove mac.',
    related: 'The same MAC address.',
    generatedFix: { title: 'Generate a new MAC address', generates: 'mac' },
  },
  diskTarget: {
    message: (text) =>
      `Another disk of this guest is ${quoted(text)} too: the second one is rejected, or two file systems destroy each other's data. Remove one of them.`,
    related: 'The same target.',
  },
  pciDevice: {
    message: (text) =>
      `${quoted(text)} is in the list already, and a device can be given to a guest once: the guest does not start. Remove one of them.`,
    related: 'The same PCI device.',
  },
  usbDevice: {
    message: (text) =>
      `${quoted(text)} is in the list already, and a device can be given to a guest once: the guest does not start. Remove one of them.`,
    related: 'The same USB device.',
  },
};

interface Found {
  readonly guestSpec: GuestSpec;
  readonly fact: SpecFact;
}

/** A spec outlives the versions of a document, and so do its facts. */
const factsOf = memoizeByObject(
  ({ language, spec }: { readonly language: SpecLanguage; readonly spec: ParsedSpec }) =>
    spec.faults.some(({ effect }) => effect !== 'none') ? NO_FACTS : (language.facts?.(spec) ?? NO_FACTS),
);

const NO_FACTS: readonly SpecFact[] = [];

/** Whether both are about the same part: two functions of a PCI device are two devices. */
const overlap = (a: FactContent, b: FactContent): boolean =>
  a.part === undefined || b.part === undefined || a.part === b.part;

/** Disks that the guest can only read do each other no harm. */
const isHarmless = (a: FactContent, b: FactContent): boolean =>
  a.kind === 'diskTarget' && a.writable !== true && b.writable !== true;

function findingOf({ guestSpec, fact }: Found, first: Found, repetition: Repetition): Finding {
  const { message, related, generatedFix } = repetition;
  return {
    span: placeIn(guestSpec.node, fact.span),
    scope: spanOf(guestSpec.node),
    message: message(fact.content.text),
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
  check({ specs }) {
    const firsts = new Map<string, Found[]>();
    const findings: Finding[] = [];
    for (const guestSpec of specs.specs) {
      if (!guestSpec.language.facts) continue;
      for (const fact of factsOf(guestSpec)) {
        const { content } = fact;
        const repetition = REPETITIONS[content.kind];
        if (!repetition) continue;
        const found = { guestSpec, fact };
        const key = `${content.kind}\n${content.key}`;
        const same = firsts.get(key);
        const first = same?.find((one) => overlap(one.fact.content, content));
        if (!same) firsts.set(key, [found]);
        else if (!first) same.push(found);
        else if (!isHarmless(first.fact.content, content)) findings.push(findingOf(found, first, repetition));
      }
    }
    return findings.length > 0 ? findings : NOTHING;
  },
};
