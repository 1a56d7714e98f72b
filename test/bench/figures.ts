/** The figures of a run, beside those that were accepted last. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Row, ratioOf } from './measure.ts';

const ACCEPTED = path.join(import.meta.dirname, 'accepted.json');
/** Of the last run. */
const LATEST = path.join(import.meta.dirname, 'latest.json');

/** By what was measured, and what it is compared with. */
export type Figures = Readonly<Record<string, Omit<Row, 'what'>>>;

/** What says the same on every machine: the ratio to what was measured in the same run; of sizes, the size. */
const comparable = ({ what, ...figure }: Row): number | undefined =>
  ratioOf({ what, ...figure }) ?? (figure.unit === 'ms' ? undefined : figure.value);

/** More than the noise of a machine that does other things as well. */
const WORSE_BY = 1.25;

export interface Change {
  readonly what: string;
  readonly was: number;
  readonly is: number;
}

/** The rows whose figure has become worse by more than a quarter. Times that are compared with nothing are not looked at. */
export const changesForTheWorse = (rows: readonly Row[], accepted: Figures): Change[] =>
  rows.flatMap((row) => {
    const before = accepted[keyOf(row)];
    const was = before && comparable({ what: row.what, ...before });
    const is = comparable(row);
    return was !== undefined && is !== undefined && is > was * WORSE_BY ? [{ what: row.what, was, is }] : [];
  });

const keyOf = ({ what, compared }: Row): string => (compared ? `${what} / ${compared.to}` : what);

const toFigures = (rows: readonly Row[]): Figures =>
  Object.fromEntries(
    rows.map((row) => {
      const { what: _, value, compared, ...rest } = row;
      const other = compared && { compared: { ...compared, value: round(compared.value) } };
      return [keyOf(row), { ...rest, value: round(value), ...other }];
    }),
  );

const round = (value: number): number => Number(value.toPrecision(4));

/** The figures that are committed. */
export const readAccepted = (): Figures => JSON.parse(readFileSync(ACCEPTED, 'utf8'));

const write = (file: string, figures: Figures): void =>
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);

export const writeLatest = (rows: readonly Row[]): void => write(LATEST, toFigures(rows));

/** Accepts the figures of these rows; those of parts that did not run stay. */
export const accept = (rows: readonly Row[]): void =>
  write(ACCEPTED, { ...readAccepted(), ...toFigures(rows) });
