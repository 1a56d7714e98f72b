/** The releases of Xen that the schema knows, oldest first. 4.1 is the first whose xl read these files. */
export const RELEASES = [
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

export type Release = (typeof RELEASES)[number];

export const NEWEST_RELEASE: Release = '4.22';

export const isRelease = (text: string): text is Release => (RELEASES as readonly string[]).includes(text);

/** Asked for every option of every file: a look-up costs less than a search. */
const places = new Map<Release, number>(RELEASES.map((release, place) => [release, place]));

const placeOf = (release: Release): number => places.get(release) ?? -1;

/** True where `release` is `since` or newer. */
export const atLeast = (release: Release, since: Release): boolean => placeOf(release) >= placeOf(since);

/** First and last release of a thing. No `last`: it is still there. */
export interface Lifetime {
  readonly since: Release;
  readonly last?: Release;
}

/** Whether a thing with this lifetime exists in `release`. */
export const existsIn = (release: Release, { since, last }: Lifetime): boolean =>
  atLeast(release, since) && (last === undefined || atLeast(last, release));
