/** The differences that come from a place in the file, found in logarithmic time. */
import { lastStartingBy, partitionPoint } from '../binarySearch.ts';
import { compareSpans, type Span } from '../span.ts';
import type { ConfigFile } from '../syntax/index.ts';
import type { Difference } from './differences.ts';

interface Place extends Span {
  readonly difference: Difference;
}

/** The places of settings, and those of strings within them: neither overlap among themselves. */
export type DifferencePlaces = readonly (readonly Place[])[];

export const placesOf = (differences: readonly Difference[]): DifferencePlaces =>
  [true, false].map((isSetting) =>
    differences
      .flatMap((difference) =>
        difference.origins
          .filter((origin) => origin.isSetting === isSetting)
          .map(({ start, end }): Place => ({ start, end, difference })),
      )
      .sort(compareSpans),
  );

/** The differences that come from the place: from all of a setting where the place is its name. */
export function differencesAt(
  place: Span,
  { settings }: ConfigFile,
  places: DifferencePlaces,
): readonly Difference[] {
  const setting = lastStartingBy(settings, place.start);
  const isName = setting !== undefined && place.end <= setting.name.end;
  const span = isName ? setting : place;
  return [...new Set(places.flatMap((group) => overlapping(group, span)))];
}

function overlapping(places: readonly Place[], { start, end }: Span): readonly Difference[] {
  const last = lastStartingBy(places, start);
  const first = last && last.end > start ? last.start : start;
  const from = partitionPoint(places, (place) => place.start < first);
  const to = partitionPoint(places, (place) => place.start < end || place.start <= first);
  return places.slice(from, to).map(({ difference }) => difference);
}
