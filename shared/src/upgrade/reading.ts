/** A file as one version of xl reads it. */
import type { XlDocument } from '../document/document.ts';
import { openDocument } from '../document/openDocument.ts';
import { effectiveConfiguration, type Host, type ObjectNode } from '../effective/index.ts';
import { type ClassifiedOptions, classifyOptions } from '../model/classifyOptions.ts';
import { findAllProblems } from '../rules/findProblems.ts';
import type { Problem } from '../rules/problem.ts';
import type { XenVersion } from '../schema/xenVersions.ts';

export interface Reading {
  readonly xenVersion: XenVersion;
  readonly document: XlDocument;
  readonly options: ClassifiedOptions;
  /** Of every rule, whatever the settings and the comments of the file say. */
  readonly problems: readonly Problem[];
  /** Null: the file is not a guest. */
  readonly configuration: ObjectNode | null;
}

/** Reads the file of a document as another version. `host` is the machine on which it runs, if that is known. */
export function readAs(document: XlDocument, xenVersion: XenVersion, host: Host | undefined): Reading {
  const settings = { ...document.settings, xenVersion };
  const other = openDocument(document.text, settings, document.kind.name, {
    before: document,
    encoding: document.encoding,
  });
  const { kind, file, guest, specs } = other;
  return {
    xenVersion,
    document: other,
    options: classifyOptions(guest, kind.optionByName, xenVersion),
    problems: findAllProblems({ kind, file, guest, specs, settings, uri: document.text.uri }),
    configuration:
      kind.name === 'guest'
        ? effectiveConfiguration({ guest, specs, xenVersion, ...(host ? { host } : {}) })
        : null,
  };
}
