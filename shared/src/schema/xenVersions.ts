/** Newest first: a new version of Xen is a line at the top. 4.1 is the first whose xl read these files. */
const NEWEST_FIRST = [
  '4.22',
  '4.21',
  '4.20',
  '4.19',
  '4.18',
  '4.17',
  '4.16',
  '4.15',
  '4.14',
  '4.13',
  '4.12',
  '4.11',
  '4.10',
  '4.9',
  '4.8',
  '4.7',
  '4.6',
  '4.5',
  '4.4',
  '4.3',
  '4.2',
  '4.1',
] as const;

export type XenVersion = (typeof NEWEST_FIRST)[number];

/** The versions of Xen that the schema knows, oldest first. */
export const XEN_VERSIONS: readonly XenVersion[] = [...NEWEST_FIRST].reverse();

export const OLDEST_XEN_VERSION: XenVersion = '4.1';
export const NEWEST_XEN_VERSION: XenVersion = NEWEST_FIRST[0];

export const isXenVersion = (text: string): text is XenVersion => XEN_VERSIONS.some((one) => one === text);

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
 * @param owner the owner whose `since` applies to a value without one: its option or parameter. Without either, every
 *   version has it.
 */
export const existsIn = (
  xenVersion: XenVersion,
  { since, last }: Partial<Lifetime>,
  owner: Partial<Lifetime> = {},
): boolean =>
  atLeast(xenVersion, since ?? owner.since ?? OLDEST_XEN_VERSION) &&
  (last === undefined || atLeast(last, xenVersion));
