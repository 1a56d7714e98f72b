/** One file by itself: read, looked into, told of. What is left of it is little: neither its text nor its tree. */
import { pathToFileURL } from 'node:url';
import {
  digest,
  type FileFacts,
  openDocument,
  type Problem,
  type Settings,
  type XlDocument,
} from '@xlcfg/shared';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DecodedText } from '../../node/encoding.ts';
import { type Failure, failure } from '../common/failure.ts';
import { kindOf, readFile, type Target } from '../common/targets.ts';
import { type Count, countOf } from '../report/counts.ts';
import type { Report } from '../report/format.ts';

/** A file that is to be checked, under its settings. */
export interface Job extends Target {
  readonly settings: Settings;
}

export interface CheckedFile {
  /** As given on the command line. */
  readonly path: string;
  readonly text: TextDocument;
  readonly problems: readonly Problem[];
  /** The paths, as given, of the files that problems may point at, by their URIs. Absent: they point at none. */
  readonly paths?: ReadonlyMap<string, string>;
}

/** What other files make of a file. */
export type Across = Required<Pick<CheckedFile, 'problems' | 'paths'>>;

/** A file that is to be looked into. */
export interface Task {
  readonly job: Job;
  /** What came of standard input, which is read once only. Absent: the job is a file. */
  readonly input?: DecodedText | Failure;
  /** Absent: nothing, or that is not known yet. */
  readonly across?: Across;
  /** Only what is said of `across` is wanted. */
  readonly known?: boolean;
}

/** What is said of a problem, and where it stands among those of its file. */
export interface Said {
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly text: string;
}

/** What is said of a file. */
export interface Told {
  /** In no order. */
  readonly said: readonly Said[];
  /** All that was found. */
  readonly found: Count;
  /** Of what was found, what is said. */
  readonly reported: Count;
}

export interface Inspected {
  readonly kind: 'told';
  readonly told: Told;
  /** What it says that other files may say too. Absent: nothing. */
  readonly facts?: FileFacts;
}

export type Outcome =
  | Inspected
  | { readonly kind: 'failure'; readonly failure: Failure }
  /** It was found in a folder, and is no guest's. */
  | { readonly kind: 'passed over' };

const uriOf = (path: string): string => pathToFileURL(path).href;

/** The analysis of a text that is no editor's. */
export const analyse = (path: string, text: string, settings: Settings): XlDocument =>
  openDocument(TextDocument.create(uriOf(path), 'xlcfg', 0, text), settings);

const NOTHING: Across = { problems: [], paths: new Map() };

const isError = ({ severity }: Problem): boolean => severity === 'error';

/**
 * Makes what looks into one file. It never throws.
 *
 * @param quiet whether only errors are told
 */
export const createInspector = (
  { problems: textsOf }: Pick<Report, 'problems'>,
  quiet: boolean,
): ((task: Task) => Outcome) => {
  const tell = (file: CheckedFile): Told => {
    const problems = quiet ? file.problems.filter(isError) : file.problems;
    const texts = textsOf({ ...file, problems });
    const found = countOf(file.problems);
    return {
      said: problems.map(({ span: { start, end }, code }, at) => ({
        start,
        end,
        code,
        text: texts[at] ?? '',
      })),
      found,
      reported: quiet ? countOf(problems) : found,
    };
  };

  const inspect = ({ job, input, across = NOTHING, known = false }: Task): Outcome => {
    if (input && 'message' in input) return { kind: 'failure', failure: input };
    const { path, named, settings } = job;
    const { text } = input ?? readFile(path);
    const document = TextDocument.create(uriOf(path), 'xlcfg', 0, text);
    if (known) return { kind: 'told', told: tell({ path, text: document, ...across }) };
    const kind = kindOf(path, text);
    if (kind === null && !named) return { kind: 'passed over' };
    const analysed = openDocument(document, settings, kind ?? undefined);
    const facts = digest(analysed);
    const problems = [...analysed.problems, ...across.problems];
    return {
      kind: 'told',
      told: tell({ path, text: document, problems, paths: across.paths }),
      ...(facts.facts.length > 0 && { facts }),
    };
  };

  return (task) => {
    try {
      return inspect(task);
    } catch (error) {
      return { kind: 'failure', failure: failure(task.job.path, error) };
    }
  };
};
