/** How a device is called in a list of symbols: its name, what else tells it from others, and where the name stands. */
import { SymbolKind } from 'vscode-languageserver-types';
import { placeOf } from '../../document/positions.ts';
import type { SpecString } from '../../document/specStrings.ts';
import type { DiskFields } from '../../languages/disk/ast.ts';
import type { Piece } from '../../languages/pieces.ts';
import type { Entry } from './entry.ts';
import { label, nameOf } from './label.ts';

interface Telling {
  /** The first of them that is given is the name. Where none is, the name is what the language calls its strings. */
  readonly name: readonly string[];
  /** What is told of the device, in this order. */
  readonly detail: readonly string[];
  readonly kind?: SymbolKind;
}

/** Parameters by option. The strings of an option that is not here are short, and their own names. */
const TELLING: Readonly<Record<string, Telling>> = {
  vif: {
    name: ['mac', 'vifname'],
    detail: ['vifname', 'bridge', 'ip', 'model', 'type', 'rate', 'backend'],
    kind: SymbolKind.Interface,
  },
  pci: { name: ['bdf', 'name'], detail: ['vslot', 'permissive', 'seize', 'msitranslate', 'rdm_policy'] },
  usbctrl: { name: [], detail: ['type', 'version', 'ports'] },
  usbdev: { name: [], detail: ['hostbus', 'hostaddr', 'controller', 'port'] },
  vfb: { name: [], detail: ['vnclisten', 'vncdisplay', 'sdl', 'keymap'] },
  vkb: { name: ['unique-id'], detail: ['backend-type', 'backend'] },
  vtpm: { name: [], detail: ['backend', 'uuid'] },
  p9: { name: ['tag'], detail: ['path', 'security_model', 'backend'] },
  channel: { name: ['name'], detail: ['connection', 'path', 'backend'] },
  vdispl: { name: [], detail: ['connectors', 'backend'] },
  virtio: { name: ['type'], detail: ['transport', 'backend'] },
  pvcalls: { name: [], detail: ['backend'] },
};

/** The entry of one string. */
export function deviceEntry(string: SpecString): Entry {
  if (string.kind === 'disk') return diskEntry(string);
  const { language, setting, node } = string;
  if (language.shape === 'groups') return partEntry(string);
  const telling = TELLING[setting.name.text];
  if (!telling) {
    return {
      name: nameOf(node.content.text, language.noun),
      detail: language.noun,
      kind: SymbolKind.String,
      node,
    };
  }
  const given = givenPieces(string.pieces);
  const called = telling.name.flatMap((parameter) => given.get(parameter) ?? []).at(0);
  const details = telling.detail.flatMap((parameter) => given.get(parameter) ?? []);
  return {
    name: nameOf(called?.text ?? '', language.noun),
    detail: label(
      details
        .filter((piece) => piece !== called)
        .map(told)
        .join(', '),
    ),
    kind: telling.kind ?? SymbolKind.Module,
    node,
    ...(called ? { named: placeOf(node, called) } : {}),
  };
}

/** The pieces that have a value, by parameter. The last one counts as a rule. */
const givenPieces = (pieces: readonly Piece[]): ReadonlyMap<string, Piece> =>
  new Map(
    pieces.flatMap((piece) =>
      piece.parameter !== undefined && (piece.kind === 'value' || piece.kind === 'word') && piece.text !== ''
        ? [[piece.parameter, piece] as const]
        : [],
    ),
  );

/** A number alone tells nothing. */
const told = ({ text, parameter }: Piece): string => (/^\d+$/.test(text) ? `${parameter} ${text}` : text);

function diskEntry({ node, spec, pieces }: SpecString & { readonly kind: 'disk' }): Entry {
  const { fields } = spec;
  const called = pieces.find(
    ({ kind, parameter, text }) => kind !== 'key' && parameter === 'vdev' && text !== '',
  );
  return {
    name: nameOf(fields.vdev ?? '', 'disk'),
    detail: label([...diskDetails(fields), ...(spec.errors.length > 0 ? ['refused'] : [])].join(', ')),
    kind: SymbolKind.File,
    node,
    ...(called ? { named: placeOf(node, called) } : {}),
  };
}

const diskDetails = ({ pdev_path, format, is_cdrom, readwrite, backend_domname }: DiskFields): string[] => [
  ...(pdev_path ? [pdev_path] : []),
  format === 'unknown' ? 'raw' : format,
  is_cdrom ? 'cdrom' : readwrite ? 'rw' : 'ro',
  ...(backend_domname ? [backend_domname] : []),
];

/** A string that is a part of a device: what it begins with, and the rest. */
function partEntry({ node, pieces, spec }: SpecString): Entry {
  const [first] = pieces;
  const rest = spec.text.slice(first?.end ?? 0).replace(/^[\s=,]+/, '');
  return {
    name: nameOf(first?.text ?? '', '(empty)'),
    detail: label(rest),
    kind: SymbolKind.Field,
    node,
    ...(first ? { named: placeOf(node, first) } : {}),
  };
}
