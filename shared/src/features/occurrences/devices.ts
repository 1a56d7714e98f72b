/** Devices that other settings lead to: the controller of a USB device, what an hvm guest boots from. */

import type { XlDocument } from '../../document/document.ts';
import { piecesOf } from '../../languages/pieces.ts';
import type { KeyedSpec } from '../../languages/toolkit/keyedLanguage.ts';
import { usbctrl } from '../../languages/usb/usbctrl.ts';
import { usbdev } from '../../languages/usb/usbdev.ts';
import { vif } from '../../languages/vif/vif.ts';
import type { GuestSpec } from '../../model/guestSpecs.ts';
import { type OptionValues, optionValuesOf } from '../../model/optionValues.ts';
import { AHCI_DISKS, IDE_DISKS } from '../../prose/vdev.ts';
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
  const uses = doc.specs.of(usbdev).flatMap(({ node, spec }): Occurrence[] => {
    const number = spec.fields.ctrl;
    // The last one counts.
    const piece = piecesOf(spec).findLast(
      ({ kind, parameter }) => kind === 'value' && parameter === 'controller',
    );
    if (typeof number !== 'number' || !piece) return [];
    const place = sourceSpan(node.content, piece.start, piece.end);
    return [{ ...place, symbol: { kind: 'usbController', key: String(number) }, role: 'use' }];
  });
  return [...definitions('usbController', doc.specs.of(usbctrl)), ...uses];
}

/**
 * The letters of `boot`, and the interfaces. QEMU's machine tries the first hard disk for `c`, the first CD-ROM drive for
 * `d`, the first card for `n`, of those that are emulated (libxl_dm.c).
 */
export function bootOccurrences(doc: XlDocument): Occurrence[] {
  const interfaces = doc.specs.of(vif);
  const readings = optionValuesOf(doc.guest, doc.settings.xenVersion);
  const letters = wordsOf(readings.setting('boot'), /[cdn]/g);
  if (letters.length === 0) return [];
  const things: Readonly<Record<string, Occurrence['symbol'] | null>> = {
    c: itemOf('disk', firstDisk(doc, readings)),
    d: itemOf('disk', firstDrive(doc)),
    n: itemOf('interface', interfaces.findIndex(isEmulated)),
  };
  const hints = letters.flatMap(({ text, place }): Occurrence[] => {
    const thing = things[text];
    return thing && place ? [{ ...place, symbol: thing, role: 'hint' }] : [];
  });
  const targets = definitions('interface', interfaces).map(
    (one): Occurrence => ({ ...one, onlyTarget: true }),
  );
  return [...targets, ...hints];
}

const itemOf = (kind: GuestSymbolKind, index: number | undefined): Occurrence['symbol'] | null =>
  index === undefined || index < 0 ? null : { kind, key: String(index) };

const isEmulated = ({ spec }: GuestSpec<KeyedSpec>): boolean => spec.fields.nictype !== 'vif';

/** IDE and AHCI come before SCSI; within these the number of the disk counts. */
function firstDisk(doc: XlDocument, readings: OptionValues): number | undefined {
  const limit = readings.text('hdtype') === 'ahci' ? AHCI_DISKS : IDE_DISKS;
  const ranked = namedDisks(doc).flatMap(({ disk, index, vdev }) => {
    const number = vdev?.disk;
    if (disk.spec.fields.is_cdrom || !vdev || number === undefined || number < 0) return [];
    if (vdev.scheme === 'sd') return [{ index, rank: limit + number }];
    return number < limit ? [{ index, rank: number }] : [];
  });
  return lowest(ranked);
}

const firstDrive = (doc: XlDocument): number | undefined =>
  lowest(
    namedDisks(doc).flatMap(({ disk, index, vdev }) => {
      const rank = vdev?.disk ?? -1;
      return disk.spec.fields.is_cdrom && rank >= 0 && rank < IDE_DISKS ? [{ index, rank }] : [];
    }),
  );

function lowest(ranked: readonly { readonly index: number; readonly rank: number }[]): number | undefined {
  let best = ranked[0];
  for (const one of ranked) if (best && one.rank < best.rank) best = one;
  return best?.index;
}
