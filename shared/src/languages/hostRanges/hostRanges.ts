/** Ports, interrupts, memory and device tree nodes of the host. Facts: parse_config_data of Xen 4.2 to 4.22. */

import { atLeast, type XenVersion } from '../../schema/xenVersions.ts';
import type { ParsedSpec, SpecLanguage } from '../language.ts';
import { readUnsigned, scanHex, UINT32_MAX, ULONG_MAX } from '../toolkit/cNumbers.ts';
import {
  type Draft,
  draftOf,
  faultAt,
  finished,
  type Piece,
  pieceOf,
  within,
  wordPart,
} from '../toolkit/cursor.ts';
import { readingEach } from '../toolkit/readers.ts';
import { DTDEV_PARAMETERS, IOMEM_PARAMETERS, IOPORTS_PARAMETERS, IRQS_PARAMETERS } from './keys.ts';

/** As in the JSON, what is 0 is left out. */
export interface PortRange {
  readonly first?: number;
  readonly number?: number;
}

/** Page frame numbers and a number of pages, up to 64 bits. What is 0 is left out, and a `gfn` that means "as `start`". */
export interface MemoryRange {
  readonly start?: bigint;
  readonly number?: bigint;
  readonly gfn?: bigint;
}

const port = (first: bigint, number: bigint): PortRange => ({
  ...(first === 0n ? {} : { first: Number(first) }),
  ...(number === 0n ? {} : { number: Number(number) }),
});

const memory = (start: bigint, number: bigint, gfn = ULONG_MAX): MemoryRange => ({
  ...(start === 0n ? {} : { start }),
  ...(number === 0n ? {} : { number }),
  ...(gfn === ULONG_MAX ? {} : { gfn }),
});

const tooBig = (draft: Draft<unknown>, piece: Piece, role: string): void => {
  const cure = 'It has to fit into 32 bits.';
  draft.faults.push(faultAt(piece, 'bad-value', 'refused', { parameter: role, cure }));
};

const PORT_CURE = 'Write hexadecimal numbers, single or as a range, such as 2f8-2ff.';

function readPorts(text: string): ParsedSpec<PortRange | undefined> {
  const draft = draftOf<PortRange | undefined>(text, undefined);
  const piece = pieceOf(text);
  const first = readUnsigned(text, 16);
  if (!first) return refuse(draft, piece, PORT_CURE);
  const head = within(piece, 0, first.length);
  if (first.value >= UINT32_MAX) tooBig(draft, head, 'port');
  const rest = within(piece, first.length);
  if (!rest.text.startsWith('-')) {
    draft.parts.push(wordPart(head, 'port'));
    draft.fields = port(first.value, 1n);
    if (rest.text !== '') {
      const cure = `xl prints a line about it and gives the one port ${head.text.trim()}. ${PORT_CURE}`;
      draft.faults.push(faultAt(rest, 'bad-form', 'ignored', { parameter: 'port', cure }));
    }
    return finished(draft);
  }
  const last = readUnsigned(rest.text.slice(1), 16);
  if (last?.length !== rest.text.length - 1) return refuse(draft, piece, PORT_CURE);
  draft.parts.push(wordPart(piece, 'port'));
  if (last.value >= UINT32_MAX) tooBig(draft, within(rest, 1), 'port');
  // The number of ports of a range that runs backwards wraps around.
  draft.fields = port(first.value, BigInt.asUintN(32, last.value - first.value + 1n));
  if (draft.faults.length === 0 && last.value < first.value) {
    const cure = 'The range runs backwards, and the hypervisor refuses it. Write the lower number first.';
    draft.faults.push(faultAt(piece, 'bad-value', 'startFails', { parameter: 'port', cure }));
  }
  return finished(draft);
}

function refuse<Fields>(draft: Draft<Fields>, piece: Piece, cure: string): ParsedSpec<Fields> {
  draft.parts.push(wordPart(piece));
  draft.faults.push(faultAt(piece, 'bad-form', 'refused', { cure }));
  return finished(draft);
}

/** The first release that looks at what follows the number of an interrupt and the range of memory. */
const STRICT: XenVersion = '4.7';
const IRQ_CURE = 'Write one decimal number.';

function readInterrupt(text: string, xenVersion: XenVersion): ParsedSpec<number | undefined> {
  const draft = draftOf<number | undefined>(text, undefined);
  const piece = pieceOf(text);
  const number = readUnsigned(text, 10);
  if (!number || (number.length < text.length && atLeast(xenVersion, STRICT)))
    return refuse(draft, piece, IRQ_CURE);
  draft.parts.push(wordPart(within(piece, 0, number.length), 'irq'));
  if (number.length < text.length) {
    draft.faults.push(faultAt(within(piece, number.length), 'bad-form', 'ignored', { cure: IRQ_CURE }));
  }
  if (number.value >= UINT32_MAX) tooBig(draft, piece, 'irq');
  else draft.fields = Number(number.value);
  return finished(draft);
}

const MEMORY_CURE = 'Write first,count or first,count@place, in hexadecimal page numbers.';

/** sscanf with "%lx,%lx@%lx". Up to 4.6 it does not matter what follows; up to 4.4 there is no place. */
function readMemory(text: string, xenVersion: XenVersion): ParsedSpec<MemoryRange | undefined> {
  const draft = draftOf<MemoryRange | undefined>(text, undefined);
  const everything = pieceOf(text);
  const start = scanHex(text);
  if (!start || text.charAt(start.length) !== ',') return refuse(draft, everything, MEMORY_CURE);
  const number = scanHex(text.slice(start.length + 1));
  if (!number) return refuse(draft, everything, MEMORY_CURE);
  let end = start.length + 1 + number.length;
  draft.fields = memory(start.value, number.value);
  const gfn = atLeast(xenVersion, '4.5') && text.charAt(end) === '@' ? scanHex(text.slice(end + 1)) : null;
  if (gfn) {
    end += 1 + gfn.length;
    draft.fields = memory(start.value, number.value, gfn.value);
  }
  if (end < text.length && atLeast(xenVersion, STRICT)) return refuse(draft, everything, MEMORY_CURE);
  draft.parts.push(wordPart(within(everything, 0, end), 'iomem'));
  if (end < text.length) {
    draft.faults.push(faultAt(within(everything, end), 'bad-form', 'ignored', { cure: MEMORY_CURE }));
  }
  return finished(draft);
}

/** The hypervisor looks the device up by its full path. */
function readPath(text: string): ParsedSpec<string> {
  const draft = draftOf(text, text);
  const piece = pieceOf(text);
  draft.parts.push(wordPart(piece, 'path'));
  if (!text.startsWith('/')) {
    const cure = "Write the full path in the host's device tree, from the / on.";
    draft.faults.push(faultAt(piece, 'bad-value', 'startFails', { parameter: 'path', cure }));
  }
  return finished(draft);
}

const items = { shape: 'items', separator: '', wrongItem: 'refused' } as const;

export const IOPORTS: SpecLanguage<ParsedSpec<PortRange | undefined>> = {
  ...items,
  options: ['ioports'],
  noun: 'range of I/O ports',
  parameters: IOPORTS_PARAMETERS,
  createReader: readingEach(readPorts),
  notations: { port: { text: 'first[-last]' } },
};

export const IRQS: SpecLanguage<ParsedSpec<number | undefined>> = {
  ...items,
  options: ['irqs'],
  noun: 'interrupt',
  parameters: IRQS_PARAMETERS,
  createReader: readingEach((text, { xenVersion }) => readInterrupt(text, xenVersion)),
  notations: { irq: { text: 'number' } },
};

export const IOMEM: SpecLanguage<ParsedSpec<MemoryRange | undefined>> = {
  ...items,
  options: ['iomem'],
  noun: 'range of device memory',
  parameters: IOMEM_PARAMETERS,
  createReader: readingEach((text, { xenVersion }) => readMemory(text, xenVersion)),
  notations: { iomem: { text: 'first,count[@place]' } },
};

export const DTDEV: SpecLanguage<ParsedSpec<string>> = {
  ...items,
  options: ['dtdev'],
  noun: 'device of the device tree',
  parameters: DTDEV_PARAMETERS,
  wrongItem: 'restDropped',
  createReader: readingEach(readPath),
  notations: { path: { text: '/path' } },
};

export const HOST_RANGES: readonly SpecLanguage[] = [IOPORTS, IRQS, IOMEM, DTDEV];
