/** The places in other files that are about a thing of this one. */
import type { Location } from 'vscode-languageserver-types';
import type { FactKind, Workspace } from '../../workspace/facts.ts';
import { type GuestSymbol, sameSymbol, symbolOf } from './symbol.ts';

/** The facts of other files that a thing is in; other things are known within their file only. */
const FACTS: Readonly<Record<GuestSymbol['kind'], readonly FactKind[]>> = {
  option: [],
  disk: [],
  usbController: [],
  interface: [],
  name: ['name', 'backend'],
  uuid: ['uuid'],
  mac: ['mac'],
  vncDisplay: ['vncDisplay'],
  diskTarget: ['diskTarget'],
  pciDevice: ['pciDevice'],
  usbDevice: ['usbDevice'],
};

/** The files of the workspace but for one. */
export type OtherFiles = Pick<Workspace, 'find'>;

/** `uri`: that of the file that is left out, as the workspace has it. */
export const otherFiles = (workspace: Workspace, uri: string): OtherFiles => ({
  find: (kind, key) => workspace.find(kind, key).filter((one) => one.uri !== uri),
});

/** The facts about a thing in other files. */
export const crossFileLocations = (
  thing: GuestSymbol,
  others: OtherFiles,
): { readonly kind: FactKind; readonly location: Location }[] =>
  FACTS[thing.kind]
    .flatMap((kind) => others.find(kind, thing.key))
    .filter(({ fact }) => sameSymbol(symbolOf(fact), thing))
    .map(({ uri, file, fact }) => ({ kind: fact.kind, location: { uri, range: file.rangeOf(fact) } }));
