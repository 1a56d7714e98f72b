/** The occurrences of a symbol in other files. */
import type { Location } from 'vscode-languageserver-types';
import type { FactKind, Workspace } from '../../workspace/facts.ts';
import { type GuestSymbol, isAbout } from './symbol.ts';

/** The kinds of facts that a symbol is found by in other files. Symbols without any are known in their own file only. */
const FACT_KINDS: Readonly<Record<GuestSymbol['kind'], readonly FactKind[]>> = {
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

/** The files of the workspace except one. */
export type OtherFiles = Pick<Workspace, 'find'>;

/** `uri`: the file that is left out. */
export const otherFiles = (workspace: Workspace, uri: string): OtherFiles => ({
  find: (kind, key) => workspace.find(kind, key).filter((one) => one.uri !== uri),
});

/** The facts about a symbol in other files. */
export const crossFileLocations = (
  symbol: GuestSymbol,
  others: OtherFiles,
): { readonly kind: FactKind; readonly location: Location }[] =>
  FACT_KINDS[symbol.kind]
    .flatMap((kind) => others.find(kind, symbol.key))
    .filter(({ fact }) => isAbout(fact, symbol))
    .map(({ uri, file, fact }) => ({ kind: fact.kind, location: { uri, range: file.rangeOf(fact) } }));
