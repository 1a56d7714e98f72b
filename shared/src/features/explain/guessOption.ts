/** Which option a string may be of that comes without one. */

import { parseDiskSpec } from '../../languages/disk/parser.ts';
import { parseVdev } from '../../languages/disk/vdev.ts';
import { SPEC_LANGUAGES } from '../../languages/index.ts';
import { diskPieces, type Piece, specPieces } from '../../languages/pieces.ts';
import type { GuestType } from '../../schema/types.ts';
import type { XenVersion } from '../../schema/xenVersions.ts';

/** How well a string reads in the language of an option: the number of what it knows, less what is wrong. */
interface Reading {
  readonly option: string;
  readonly score: number;
}

/** A fault weighs more than a piece that fits by accident. */
const FAULT = 3;
const UNKNOWN = 2;

/** A name says more than a place: nearly anything can be a target. */
const WEIGHTS: Readonly<Record<Piece['kind'], number>> = {
  prefix: 3,
  key: 2,
  flag: 2,
  word: 1,
  value: 0,
  unknown: -UNKNOWN,
};

const weigh = (pieces: readonly Piece[], faults: number): number =>
  pieces.reduce(
    (sum, { kind, parameter }) => sum + (parameter === undefined ? -UNKNOWN : WEIGHTS[kind]),
    -FAULT * faults,
  );

function readAsDisk(text: string, xenVersion: XenVersion): Reading {
  const spec = parseDiskSpec(text, xenVersion);
  const { vdev } = spec.fields;
  // Whatever has commas has something in the place of a vdev; few things are the name of one.
  const named = vdev !== null && parseVdev(vdev) !== null && /[a-z]/.test(vdev) ? 2 : 0;
  return { option: 'disk', score: weigh(diskPieces(spec), spec.errors.length) + named };
}

/**
 * The options in whose strings the text makes most sense: one, several that are as good, or none.
 *
 * @param text one string, without quotes
 */
export function guessOptions(text: string, xenVersion: XenVersion, guestType: GuestType): readonly string[] {
  const context = { xenVersion, guestType, numberOf: () => null };
  const readings: Reading[] = [readAsDisk(text, xenVersion)];
  for (const { options, parameters, parse } of SPEC_LANGUAGES) {
    const [spec] = parse([text], context);
    const [option] = options;
    if (!spec || option === undefined || parameters.length === 0) continue;
    const known = specPieces(spec).map((piece) =>
      parameters.some(({ name }) => name === piece.parameter) ? piece : withoutParameter(piece),
    );
    readings.push({ option, score: weigh(known, spec.faults.length) });
  }
  const best = Math.max(...readings.map(({ score }) => score));
  return best > 0 ? readings.filter(({ score }) => score === best).map(({ option }) => option) : [];
}

const withoutParameter = ({ parameter: _, ...piece }: Piece): Piece => piece;
