/** Where the facts of an entry come from: places in Xen's sources, as the entries of schema and rules name them. */
import { isXenVersion, type XenVersion } from './xenVersions.ts';

/** A file of Xen, or functions in it. */
export interface Source {
  /**
   * The name of a file of xl, libxl or libxlutil, which is the same wherever a version of Xen has it; with a slash,
   * the path of any other file in Xen's tree.
   */
  readonly file: string;
  /** Functions of the file; of an .idl file of libxl its types. Empty: the whole file. */
  readonly functions: readonly string[];
  /** The version of Xen that has it so. Absent: the newest one that has the entry. */
  readonly xenVersion?: XenVersion;
}

/** Whoever carries sources. */
export interface Sourced {
  /**
   * Where xl reads it, and what decides on its default and its effect, in the notation of `parseSources`:
   * `xl_parse.c:parse_config_data libxl_create.c:libxl__domain_make@4.14`.
   */
  readonly source: string;
}

/** The sources of a language, and then those of its entry. */
export const bothSources = (language: string, entry?: string): string =>
  entry === undefined ? language : `${language} ${entry}`;

const FORM = /^([\w./-]+)(?::([\w,]+))?(?:@([\d.]+))?$/;

/**
 * Reads the notation: files with spaces between; after a colon functions, with commas between; after `@` a version of Xen.
 *
 * @throws SyntaxError for a place in another form.
 */
export const parseSources = (text: string): readonly Source[] =>
  text
    .split(' ')
    .filter((place) => place !== '')
    .map((place) => {
      const [, file, functions, xenVersion] = FORM.exec(place) ?? [];
      if (file === undefined || (xenVersion !== undefined && !isXenVersion(xenVersion)))
        throw new SyntaxError(`not a source: ${place}`);
      return {
        file,
        functions: functions?.split(',') ?? [],
        ...(xenVersion === undefined ? {} : { xenVersion }),
      };
    });
