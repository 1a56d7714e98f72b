/** The releases of Xen that the schema knows, oldest first. 4.1 is the first whose xl read these files. */
export const XEN_VERSIONS = [
  '4.1',
  '4.2',
  '4.3',
  '4.4',
  '4.5',
  '4.6',
  '4.7',
  '4.8',
  '4.9',
  '4.10',
  '4.11',
  '4.12',
  '4.13',
  '4.14',
  '4.15',
  '4.16',
  '4.17',
  '4.18',
  '4.19',
  '4.20',
  '4.21',
  '4.22',
] as const;

export type XenVersion = (typeof XEN_VERSIONS)[number];

export const NEWEST_XEN_VERSION: XenVersion = '4.22';

export const isXenVersion = (text: string): text is XenVersion =>
  (XEN_VERSIONS as readonly string[]).includes(text);

/** Asked for every option of every file: a look-up costs less than a search. */
const places = new Map<XenVersion, number>(XEN_VERSIONS.map((xenVersion, place) => [xenVersion, place]));

const placeOf = (xenVersion: XenVersion): number => places.get(xenVersion) ?? -1;

/** True where `xenVersion` is `since` or newer. */
export const atLeast = (xenVersion: XenVersion, since: XenVersion): boolean =>
  placeOf(xenVersion) >= placeOf(since);

/** First and last version of Xen that has something. Without `last`, the newest one has it. */
export interface Lifetime {
  readonly since: XenVersion;
  readonly last?: XenVersion;
}

/**
 * Whether `xenVersion` has something of this lifetime.
 *
 * @param owner what a value without a `since` of its own is as old as: its option or parameter. Without either, every
 *   version has it.
 */
export const existsIn = (
  xenVersion: XenVersion,
  { since, last }: Partial<Lifetime>,
  owner: Partial<Lifetime> = {},
): boolean =>
  atLeast(xenVersion, since ?? owner.since ?? XEN_VERSIONS[0]) &&
  (last === undefined || atLeast(last, xenVersion));
