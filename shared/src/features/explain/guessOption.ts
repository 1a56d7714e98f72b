/** Which option a string may be of that comes without one. */

import { SPEC_LANGUAGES } from '../../languages/index.ts';
import { readStrings, type SpecLanguage } from '../../languages/language.ts';
import { type Piece, piecesOf } from '../../languages/pieces.ts';
import type { SchemaContext } from '../../schema/options/matching.ts';

/** How well a string reads in the language of an option: the number of what it knows, less what is wrong. */
interface Reading {
  readonly option: string;
  readonly score: number;
}

/** A fault weighs more than a piece that fits by accident. */
const FAULT = 3;
const UNKNOWN = 2;

/** A name says more than a position: nearly anything can be a target. */
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

/** A value that only this language has counts as much as a name; nearly anything can be in another position. */
const OWN_VALUE = 2;

const weighOwnValues = ({ parameterOf }: SpecLanguage, pieces: readonly Piece[]): number =>
  pieces.some(({ parameter, kind, text }) => kind !== 'key' && parameter && parameterOf?.(text) === parameter)
    ? OWN_VALUE
    : 0;

/**
 * The options in whose strings the text makes most sense: one, several that are as good, or none.
 *
 * @param text one string, without quotes
 */
export function guessOptions(text: string, schema: SchemaContext): readonly string[] {
  const context = { ...schema, numberOf: () => null };
  const readings: Reading[] = [];
  for (const language of SPEC_LANGUAGES) {
    const { parameters, prefixes = [] } = language;
    const [spec] = readStrings(language, [text], context);
    const [option] = language.options;
    if (!spec || option === undefined || parameters.length === 0) continue;
    const known = piecesOf(spec).map((piece) =>
      [...parameters, ...prefixes].some(({ name }) => name === piece.parameter)
        ? piece
        : withoutParameter(piece),
    );
    readings.push({ option, score: weigh(known, spec.faults.length) + weighOwnValues(language, known) });
  }
  const best = Math.max(...readings.map(({ score }) => score));
  return best > 0 ? readings.filter(({ score }) => score === best).map(({ option }) => option) : [];
}

const withoutParameter = ({ parameter: _, ...piece }: Piece): Piece => piece;
