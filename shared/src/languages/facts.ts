/** What a string says that the strings of other files may say too. */
import type { Span } from '../span.ts';

export type FactKind =
  /** The guest's name. */
  | 'name'
  | 'uuid'
  | 'mac'
  /** A number of a VNC display that the guest takes for itself. */
  | 'vncDisplay'
  /** A file or a device that a disk shows to the guest. */
  | 'diskTarget'
  | 'pciDevice'
  | 'usbDevice'
  /** The name of the guest that serves a device: `backend=` of a disk, a vif, a vtpm, ... Never a domain's number. */
  | 'backend'
  | OfferedKind;

/** What is known only to be offered in other files: two places with the same key are about nothing that a guest has. */
export type OfferedKind =
  /** The name of a guest that is set up to serve devices. */
  | 'driverDomain'
  /** A bridge of the host. */
  | 'bridge'
  /** A file of the host. The key has what it is for, see `pathKey`. */
  | 'path';

/**
 * The key of a path: what the file is for, such as `kernel` or `disk.target`, and the path, which alone has line breaks
 * in it if any has.
 */
export const pathKey = (purpose: string, path: string): string => `${purpose}\n${path}`;

/** What a fact says, without where. */
export interface FactContent {
  readonly kind: FactKind;
  /** The same for two facts of a kind that are about one thing: a MAC in lower case, a PCI slot in full. */
  readonly key: string;
  /** Which part of that thing: the function of a PCI slot, the address of a VNC display. Absent: all of it. */
  readonly part?: string;
  /** As written in the file. */
  readonly text: string;
  /** The option that it is in. */
  readonly option: string;
  /** Of a disk's target: whether the guest may write to it. */
  readonly writable?: boolean;
  /** Of a VNC display: whether the guest takes no other one where this one is in use. */
  readonly fixed?: boolean;
}

/** A fact, and the part of the string's decoded text that says it, in UTF-16 code units. */
export interface SpecFact {
  readonly content: FactContent;
  readonly span: Span;
}
