/** Several files in one text, and what the rules across files find in them. */

import type { Settings } from '@xlcfg/shared/src/settings.ts';
import { digest } from '@xlcfg/shared/src/workspace/digest.ts';
import type { Workspace } from '@xlcfg/shared/src/workspace/facts.ts';
import { createIndex } from '@xlcfg/shared/src/workspace/fileIndex.ts';
import {
  findWorkspaceProblems,
  type WorkspaceProblem,
} from '@xlcfg/shared/src/workspace/rules/findProblems.ts';
import { open } from '../../support/documents.ts';

const FOLDER = 'file:///etc/xen/';

/** Texts by the names of the files. */
export type Files = Readonly<Record<string, string>>;

export const uriOf = (name: string): string => FOLDER + name;

export const workspaceOf = (files: Files, settings: Partial<Settings> = {}): Workspace => {
  const index = createIndex();
  for (const [name, text] of Object.entries(files)) index.set(digest(open(text, settings, uriOf(name))));
  return index;
};

/** What is found in one of the files, of all rules. */
export const problemsIn = (
  files: Files,
  name: string,
  settings: Partial<Settings> = {},
  complete = true,
): WorkspaceProblem[] => {
  const document = open(files[name] ?? '', settings, uriOf(name));
  const context = { file: digest(document), workspace: workspaceOf(files, settings), complete };
  return findWorkspaceProblems(context, document.settings);
};
