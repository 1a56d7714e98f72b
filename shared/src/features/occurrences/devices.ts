/** Devices that other settings lead to: the controller of a USB device, what an HVM guest boots from. */

import type { XlDocument } from '../../document/document.ts';
import { piecesOf } from '../../languages/pieces.ts';
import type { KeyedSpec } from '../../languages/toolkit/keyedLanguage.ts';
import { USBCTRL } from '../../languages/usbctrl/usbctrl.ts';
import { USBDEV } from '../../languages/usbdev/usbdev.ts';
import { VIF } from '../../languages/vif/vif.ts';
import { CONTROLLER_DISKS, emulationOf } from '../../model/disks.ts';
import type { GuestSpec } from '../../model/guestSpecs.ts';
import { diskControllerOf } from '../../model/machine.ts';
import { type OptionValues, optionValuesOf } from '../../model/optionValues.ts';
import type { Span } from '../../span.ts';
import { type StringLiteral, sourceSpan } from '../../syntax/index.ts';
import { namedDisks } from './diskNames.ts';
import type { GuestSymbolKind, Occurrence } from './symbol.ts';
import { wordsOf } from './words.ts';

const contentOf = ({ content }: StringLiteral): Span => ({ start: content.start, end: content.end });

const definitions = (kind: GuestSymbolKind, specs: readonly GuestSpec[]): Occurrence[] =>
  specs.map(({ node }, index) => ({
    ...contentOf(node),
    symbol: { kind, key: String(index) },
    role: 'definition',
    whole: node,
  }));

/** The USB controllers, and the devices that say which of them they are plugged into. */
export function controllerOccurrences(doc: XlDocument): Occurrence[] {
  const uses = doc.specs.of(USBDEV).flatMap(({ node, spec }): Occurrence[] => {
    const number = spec.fields.ctrl;
    // The last one counts.
    const piece = piecesOf(spec).findLast(
      ({ kind, parameter }) => kind === 'value' && parameter === 'controller',
    );
    if (typeof number !== 'number' || !piece) return [];
    const place = sourceSpan(node.content, piece.start, piece.end);
    return [{ ...place, symbol: { kind: 'usbController', key: String(number) }, role: 'use' }];
  });
  return [...definitions('usbController', doc.specs.of(USBCTRL)), ...uses];
}

/**
 * The letters of `boot`, and the interfaces. QEMU's machine tries the first hard disk for `c`, the first CD-ROM drive for
 * `d`, the first card for `n`, of those that are emulated (libxl_dm.c).
 */
export function bootOccurrences(doc: XlDocument): Occurrence[] {
  const interfaces = doc.specs.of(VIF);
  const values = optionValuesOf(doc.guest, doc.settings.xenVersion);
  const letters = wordsOf(values.setting('boot'), /[cdn]/g);
  if (letters.length === 0) return [];
  const symbols: Readonly<Record<string, Occurrence['symbol'] | null>> = {
    c: symbolAt('disk', firstDisk(doc, values)),
    d: symbolAt('disk', firstDrive(doc)),
    n: symbolAt('interface', interfaces.findIndex(isEmulated)),
  };
  const hints = letters.flatMap(({ text, place }): Occurrence[] => {
    const symbol = symbols[text];
    return symbol && place ? [{ ...place, symbol, role: 'hint' }] : [];
  });
  const targets = definitions('interface', interfaces).map(
    (one): Occurrence => ({ ...one, onlyTarget: true }),
  );
  return [...targets, ...hints];
}

const symbolAt = (kind: GuestSymbolKind, index: number | undefined): Occurrence['symbol'] | null =>
  index === undefined || index < 0 ? null : { kind, key: String(index) };

const isEmulated = ({ spec }: GuestSpec<KeyedSpec>): boolean => spec.fields.nictype !== 'vif';

/** IDE and AHCI come before SCSI; within these the number of the disk counts. */
function firstDisk(doc: XlDocument, values: OptionValues): number | undefined {
  const controller = diskControllerOf(values);
  const ranked = namedDisks(doc).flatMap(({ disk, index, vdev }) => {
    const emulation = !disk.spec.fields.is_cdrom && vdev && emulationOf(vdev, false, controller);
    if (!emulation || emulation.kind === 'none' || emulation.index < 0) return [];
    const before = emulation.kind === 'scsi' ? CONTROLLER_DISKS[controller] : 0;
    return [{ index, rank: before + emulation.index }];
  });
  return lowestRanked(ranked);
}

const firstDrive = (doc: XlDocument): number | undefined =>
  lowestRanked(
    namedDisks(doc).flatMap(({ disk, index, vdev }) => {
      const emulation = disk.spec.fields.is_cdrom && vdev && emulationOf(vdev, true, 'ide');
      return emulation && emulation.kind === 'cdrom' && emulation.index >= 0
        ? [{ index, rank: emulation.index }]
        : [];
    }),
  );

function lowestRanked(
  ranked: readonly { readonly index: number; readonly rank: number }[],
): number | undefined {
  let best = ranked[0];
  for (const one of ranked) if (best && one.rank < best.rank) best = one;
  return best?.index;
}
