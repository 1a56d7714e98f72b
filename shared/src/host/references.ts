/** What a file names on the host that it is for. Offsets are UTF-16 code units into the text of the file. */

import type { XlDocument } from '../document/document.ts';
import type { Fix } from '../edits/edit.ts';
import { editIn, fixWith, placeIn } from '../edits/stringEdits.ts';
import type { SpecFact } from '../languages/facts.ts';
import { givenValue } from '../languages/pieces.ts';
import { memoizeByObject } from '../memoize.ts';
import { disksOf, type GuestDisk } from '../model/disks.ts';
import { joinedString } from '../model/effectiveSettings.ts';
import type { GuestSpec } from '../model/guestSpecs.ts';
import { kernelOf } from '../model/machine.ts';
import { type OptionValues, optionValuesOf } from '../model/optionValues.ts';
import { OPTIONS } from '../schema/index.ts';
import { type Span, spanOf } from '../span.ts';
import type { StringLiteral } from '../syntax/index.ts';
import { factsOfSpec } from '../workspace/readers/devices.ts';

/** More strings of one kind are in no guest that anybody runs. */
const MAX_REFERENCES = 1000;

export interface Reference {
  readonly span: Span;
  /** The whole string that it is in. */
  readonly scope: Span;
  readonly text: string;
  /** A fix that writes something else in its place; none where xl has no way to write it. */
  readonly replaceBy: (newText: string) => readonly Fix[];
}

export interface FileReference extends Reference {
  /** What the file is for: an option, or one with its parameter, such as `disk.script`. */
  readonly purpose: string;
}

export interface BridgeReference extends Reference {
  /** The hotplug script of the interface; undefined where xl.conf or libxl decides. */
  readonly script: string | undefined;
}

export interface PciReference extends Reference {
  /** `0000:03:00`. */
  readonly slot: string;
  /** Absent: every function of the slot. */
  readonly func?: string;
  /** Whether libxl itself takes the device from its driver. */
  readonly isSeized: boolean;
}

/** A disk whose target is a path of the host. */
export interface DiskReference extends Reference {
  readonly disk: GuestDisk;
}

export interface HostReferences {
  readonly files: readonly FileReference[];
  readonly disks: readonly DiskReference[];
  readonly bridges: readonly BridgeReference[];
  readonly pciDevices: readonly PciReference[];
  /** The text of each is `bus.address`, in decimal digits. */
  readonly usbDevices: readonly (Reference & { readonly key: string })[];
  readonly values: OptionValues;
}

const FILE_OPTIONS = OPTIONS.filter(({ content, unused }) => content === 'file' && !unused);

/**
 * Whether libxl opens the file of an option on the host; absent: always. Facts: libxl_bootloader.c, which looks for the
 * kernel in the guest's disk, libxl_dm.c, libxl_create.c, libxl_dom.c.
 */
const IS_OPENED: Readonly<Record<string, (values: OptionValues) => boolean>> = {
  kernel: (values) => !hasBootloader(values) && kernelOf(values) !== null,
  ramdisk: (values) => !hasBootloader(values),
  bootloader: hasBootloader,
  device_model_override: ({ guestType }) => guestType === 'hvm',
  stubdomain_kernel: (values) => values.flag('device_model_stubdomain_override') === true,
  stubdomain_ramdisk: (values) => values.flag('device_model_stubdomain_override') === true,
  pvshim_path: (values) => values.flag('pvshim') === true,
  xauthority: (values) => values.flag('sdl') === true,
};

function hasBootloader(values: OptionValues): boolean {
  return values.guestType !== 'hvm' && (values.text('bootloader') ?? '').trim() !== '';
}

const referenceIn = (node: StringLiteral, part: Span): Reference => {
  const text = node.content.text.slice(part.start, part.end);
  return {
    span: placeIn(node, part),
    scope: spanOf(node),
    text,
    replaceBy: (newText) => fixWith(`Change to ${newText}`, editIn(node, part, newText)),
  };
};

function* fileOptions(values: OptionValues): Iterable<FileReference> {
  for (const { name } of FILE_OPTIONS) {
    const value = values.text(name) ? values.setting(name)?.value : undefined;
    if (value?.kind !== 'atom' || !(IS_OPENED[name]?.(values) ?? true)) continue;
    const node = joinedString(value.nodes);
    if (node) yield { ...referenceIn(node, { start: 0, end: node.content.text.length }), purpose: name };
  }
}

interface PlacedFact {
  readonly device: GuestSpec;
  readonly fact: SpecFact;
}

const pciReference = ({ device, fact }: PlacedFact): PciReference => {
  const { key, part } = fact.content;
  return {
    ...referenceIn(device.node, fact.span),
    slot: key,
    ...(part !== undefined && { func: part }),
    isSeized:
      typeof device.spec.fields === 'object' && Reflect.get(device.spec.fields ?? {}, 'seize') === true,
  };
};

/** The references of a guest; none of a file of another kind. Computed once for a document. */
export const hostReferences = memoizeByObject(
  ({ kind, guest, specs, settings }: XlDocument): HostReferences => {
    const values = optionValuesOf(guest, settings.xenVersion);
    if (kind.name !== 'guest') {
      return { files: [], disks: [], bridges: [], pciDevices: [], usbDevices: [], values };
    }
    const named = specs.specs.flatMap((device): PlacedFact[] =>
      factsOfSpec(device).map((fact) => ({ device, fact })),
    );
    const ofKind = (wanted: string): readonly PlacedFact[] =>
      named.filter(({ fact }) => fact.content.kind === wanted).slice(0, MAX_REFERENCES);
    const disks = new Map(disksOf(specs).map((disk) => [disk.node, disk]));
    const paths = ofKind('path').map(({ device, fact }): FileReference => {
      const [purpose = ''] = fact.content.key.split('\n', 1);
      return { ...referenceIn(device.node, fact.span), purpose };
    });
    return {
      files: [...fileOptions(values), ...paths],
      disks: ofKind('path').flatMap(({ device, fact }): DiskReference[] => {
        const disk = fact.content.key.startsWith('disk.target\n') ? disks.get(device.node) : undefined;
        return disk ? [{ ...referenceIn(device.node, fact.span), disk }] : [];
      }),
      bridges: ofKind('bridge').map(({ device, fact }) => ({
        ...referenceIn(device.node, fact.span),
        script: givenValue(device.spec, 'script')?.text,
      })),
      // A device by its name is one that xl has been told of before.
      pciDevices: ofKind('pciDevice')
        .filter(({ fact }) => !fact.content.key.startsWith('name '))
        .map(pciReference),
      usbDevices: ofKind('usbDevice').map(({ device, fact }) => ({
        ...referenceIn(device.node, fact.span),
        key: fact.content.key,
      })),
      values,
    };
  },
);
