/** How many files the suite has asked about, by release and stage: counted by all test files, printed at the end. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { POINTS, type Point, STAGES, type Stage } from './answers.ts';
import { ARM_RELEASE_NAMES, RELEASE_NAMES, type ReleaseName } from './releases.ts';

/** One file. */
export interface Counted {
  readonly release: ReleaseName;
  /** Where it was rejected for what is in it. */
  readonly refusedAt?: Stage | undefined;
  /** Whether its JSON was compared. */
  readonly hasJson: boolean;
  /** Where the two part over it. */
  readonly parts: readonly Point[];
}

/** Counts of one release at one point. */
interface Row {
  readonly files: number;
  readonly refused: number;
  readonly apart: number;
}

type Table = Readonly<Partial<Record<ReleaseName, Readonly<Partial<Record<Point, Row>>>>>>;

const folder = fileURLToPath(new URL('build/', import.meta.url));
const file = `${folder}tally`;

export function emptyTally(): void {
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
}

/** Adds files to the tally. */
export function count(files: readonly Counted[]): void {
  appendFileSync(file, `${JSON.stringify(tableOf(files))}\n`);
}

/** Whether a file came as far as a point. */
const isAt = ({ refusedAt, hasJson }: Counted, point: Point): boolean =>
  point === 'json' ? hasJson : refusedAt === undefined || STAGES.indexOf(refusedAt) >= STAGES.indexOf(point);

function tableOf(files: readonly Counted[]): Table {
  const table: Partial<Record<ReleaseName, Partial<Record<Point, Row>>>> = {};
  for (const release of new Set(files.map((one) => one.release))) {
    const own = files.filter((one) => one.release === release);
    table[release] = Object.fromEntries(
      POINTS.map((point): [Point, Row] => {
        const there = own.filter((one) => isAt(one, point));
        return [
          point,
          {
            files: there.length,
            refused: there.filter(({ refusedAt }) => refusedAt === point).length,
            apart: there.filter(({ parts }) => parts.includes(point)).length,
          },
        ];
      }),
    );
  }
  return table;
}

/** Prints one line for each release and point. */
export function printTally(): void {
  const tables: Table[] = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line))
    : [];
  for (const release of [...RELEASE_NAMES, ...ARM_RELEASE_NAMES]) {
    for (const point of POINTS) {
      const rows = tables.flatMap((table) => table[release]?.[point] ?? []);
      const sum = (key: keyof Row): number => rows.reduce((total, row) => total + row[key], 0);
      const [files, refused, apart] = [sum('files'), sum('refused'), sum('apart')];
      if (files === 0) continue;
      const percent = Math.floor((10_000 * (files - apart)) / files) / 100;
      console.log(
        `xl ${release}, ${point}: ${files} files, ${refused} refused, ${files - apart} agree (${percent} %)`,
      );
    }
  }
}
