/** Parses the screen of Helix. Pure. */
import type { Problem } from '../support/answers.ts';

/** The rows of each box on the screen, without its border; top left first. */
export const popupsOn = (screen: string): string[][] => {
  const rows = screen.split('\n');
  return rows.flatMap((row, top) =>
    [...row.matchAll(/┌─*┐/g)].map(({ 0: edge, index: left }) => {
      const below = rows.slice(top + 1);
      const bottom = below.findIndex((one) => one[left] === '└');
      return below
        .slice(0, bottom < 0 ? below.length : bottom)
        .map((one) => one.slice(left + 1, left + edge.length - 1));
    }),
  );
};

/** A row of text has an optional sign, the line number, two spaces and the line. Other rows are between lines. */
const LINE = /^[● ] *(\d+)(?: {2}(.*))?$/;

/** The text, including inlay hints. */
export const textOn = (screen: string): string =>
  screen
    .split('\n')
    .flatMap((row) => {
      const [, number, line = ''] = LINE.exec(row) ?? [];
      return number === undefined ? [] : [`${line}\n`];
    })
    .join('');

/** The diagnostics, which are shown below their lines. */
export const messagesOn = (screen: string): Omit<Problem, 'severity'>[] => {
  const found = [];
  let line = 0;
  for (const row of screen.split('\n')) {
    const message = /[└├]─([^─┘].*)$/.exec(row)?.[1];
    const number = LINE.exec(row)?.[1];
    if (number !== undefined) line = Number(number) - 1;
    else if (message !== undefined) found.push({ line, message });
  }
  return found;
};

const SEVERITIES: Readonly<Record<string, number>> = { ERROR: 1, WARN: 2, INFO: 3, HINT: 4 };

/** The severity of a message, from the list of diagnostics: severity, code, and the truncated message. */
export const severityOf = (rows: readonly string[], message: string): number => {
  const [, name = ''] =
    rows
      .map((row) => /^[ >]+(\S+)\s+\S+\s+(.*)$/.exec(row) ?? [])
      .find(([, , shown]) => shown !== undefined && message.startsWith(shown.trim())) ?? [];
  return SEVERITIES[name] ?? 0;
};
