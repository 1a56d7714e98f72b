import { editIn } from '../../rules/place.ts';
import type { XlDocument } from '../document.ts';
import { type SpecString, specStrings } from '../specStrings.ts';
import { overlap } from './place.ts';
import type { Offer, RandomBytes, Refactoring, RefactorPlace } from './refactoring.ts';
import { hasQuotes } from './strings.ts';

/** The range of addresses that is Xen's. libxl takes from its lower half too (libxl__device_nic_setdefault). */
const PREFIX = '00:16:3e';
const ADDRESSES = 1 << 23;

const isInterface = ({ kind, setting }: SpecString): boolean =>
  kind === 'other' && setting.name.text === 'vif';

/** A MAC for each interface that has none, which otherwise gets another one at each start. */
export const macs: Refactoring = {
  kinds: ['guest'],
  offers: (place) => {
    const { doc, setting, selection, random } = place;
    if (setting.name.text !== 'vif' || setting.value.kind !== 'list' || !random) return [];
    const lacking = specStrings(doc).filter(
      (one) =>
        isInterface(one) && hasQuotes(one.node) && one.pieces.every(({ parameter }) => parameter !== 'mac'),
    );
    const here = lacking.filter(({ node }) => overlap(node, selection));
    return [
      ...give(place, random, here, titleHere),
      ...(lacking.length > here.length ? give(place, random, lacking, titleOfAll) : []),
    ];
  },
};

const titleHere = (count: number): string =>
  count === 1 ? 'Give the interface a MAC address' : `Give these ${count} interfaces MAC addresses`;

const titleOfAll = (count: number): string =>
  count === 1
    ? 'Give the interface without a MAC address one'
    : `Give all ${count} interfaces without a MAC address one`;

function give(
  { doc, workspace }: RefactorPlace,
  random: RandomBytes,
  interfaces: readonly SpecString[],
  title: (count: number) => string,
): Offer[] {
  if (interfaces.length === 0) return [];
  const taken = macsIn(doc);
  const isTaken = (mac: string): boolean => taken.has(mac) || (workspace?.find('mac', mac).length ?? 0) > 0;
  const edits = interfaces.flatMap(({ node }) => {
    const mac = freshMac(random, isTaken);
    if (mac === undefined) return [];
    taken.add(mac);
    const rest = node.content.text === '' ? '' : ',';
    return editIn(node, { start: 0, end: 0 }, `mac=${mac}${rest}`) ?? [];
  });
  return edits.length < interfaces.length ? [] : [{ title: title(edits.length), edits }];
}

/** All addresses in the file, in lower case; those that do not count may count again. */
const macsIn = (doc: XlDocument): Set<string> =>
  new Set(
    specStrings(doc)
      .filter(isInterface)
      .flatMap(({ pieces }) => pieces)
      .flatMap(({ kind, parameter, text }) =>
        kind === 'value' && parameter === 'mac' ? text.toLowerCase() : [],
      ),
  );

/** A random address, or the next one that is free; undefined where none is. */
function freshMac(random: RandomBytes, isTaken: (mac: string) => boolean): string | undefined {
  const first = random(3).reduce((number, byte) => number * 256 + byte, 0);
  for (let step = 0; step < ADDRESSES; step++) {
    const number = (first + step) % ADDRESSES;
    const bytes = [number >> 16, (number >> 8) & 0xff, number & 0xff];
    const mac = [PREFIX, ...bytes.map((byte) => byte.toString(16).padStart(2, '0'))].join(':');
    if (!isTaken(mac)) return mac;
  }
  return undefined;
}
