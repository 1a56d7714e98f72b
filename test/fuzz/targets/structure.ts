/** Files of settings that were moved around: what code actions and renames promise. */
import {
  applyEdits,
  CODE_ACTION_KINDS,
  codeActions,
  DEFAULT_SETTINGS,
  type Edit,
  effectiveConfigText,
  openDocument,
  otherFiles,
  prepareRename,
  rename,
  type XlDocument,
} from '@xlcfg/shared';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, Position, TextEdit } from 'vscode-languageserver-types';
import { URI } from '../../support/documents.ts';
import { workspaceOf } from '../../support/workspace.ts';
import { must, type Target } from '../engine/target.ts';
import { RESTRUCTURING } from './restructure.ts';
import { FILE_WORDS, FILES } from './seeds.ts';

const open = (text: string): XlDocument =>
  openDocument(TextDocument.create(URI, 'xlcfg', 1, text), DEFAULT_SETTINGS, 'guest');

const common = { seeds: FILES, words: FILE_WORDS, mutations: RESTRUCTURING, longest: 600 };

const RANDOM = (count: number): Uint8Array => new Uint8Array(count).fill(7);

const spansOf = (doc: XlDocument, edits: readonly TextEdit[]): readonly Edit[] =>
  edits
    .map(({ range, newText }) => ({
      start: doc.text.offsetAt(range.start),
      end: doc.text.offsetAt(range.end),
      newText,
    }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);

const applied = (doc: XlDocument, edits: readonly Edit[]): XlDocument => {
  for (const [at, { start }] of edits.entries())
    must(start >= (edits[at - 1]?.end ?? 0), `edits overlap at ${start}`);
  return open(applyEdits(doc.text.getText(), edits));
};

/** Whether a finding is at its place after edits. Further ones of the same rule may come to light at others. */
const isStillThere = (
  doc: XlDocument,
  after: XlDocument,
  edits: readonly Edit[],
  finding: Diagnostic,
): boolean => {
  const start = doc.text.offsetAt(finding.range.start);
  const moved = edits
    .filter((edit) => edit.end <= start)
    .reduce((sum, edit) => sum + edit.newText.length - (edit.end - edit.start), start);
  const alike = ({ problems }: XlDocument) =>
    problems.filter(({ code, message }) => code === finding.code && message === finding.message);
  // Another one may move to its place, where what is removed was there several times.
  return alike(after).length >= alike(doc).length && alike(after).some(({ span }) => span.start === moved);
};

const isAccepted = ({ problems }: XlDocument): boolean =>
  problems.every(({ severity }) => severity !== 'error');

/** Every action applies, every quick fix removes its finding, and what is safe keeps what xl makes of the file. */
export const actions: Target = {
  ...common,
  name: 'actions',
  share: 2,
  run: (text) => {
    const doc = open(text);
    const range = { start: doc.text.positionAt(0), end: doc.text.positionAt(text.length) };
    const offered = CODE_ACTION_KINDS.flatMap((kind) =>
      codeActions(doc, range, { diagnostics: [], only: [kind] }, { random: RANDOM }),
    );
    for (const { title, kind, edit, diagnostics = [], changesLineEndings } of offered) {
      const edits = spansOf(doc, edit?.changes?.[URI] ?? []);
      if (edits.length === 0) continue;
      const after = applied(doc, edits);
      // An edit cannot tell CR LF from LF, and the server has the client change the line endings instead.
      if (changesLineEndings) continue;
      if (kind === 'quickfix') {
        for (const finding of diagnostics)
          must(!isStillThere(doc, after, edits, finding), `${title}: ${finding.code} is still there`);
      } else if (isAccepted(doc) && kind?.startsWith('source.fixAll')) {
        must(
          isAccepted(after) && effectiveConfigText(after).json === effectiveConfigText(doc).json,
          `${title}: xl makes something else of the file`,
        );
      }
    }
    return offered.map(({ title }) => title.replace(/\d+/g, '0'));
  },
};

/** A name that no file has. */
const OTHER_NAME = 'zz9';

/** The text after a rename, and where the first of the new names is; undefined where the rename is rejected. */
const renamed = (doc: XlDocument, position: Position, name: string) => {
  const others = otherFiles(workspaceOf([doc]), URI);
  const result = rename(doc, position, name, [], others);
  const edits = result.kind === 'renamed' ? result.files.flatMap((file) => file.edits) : [];
  const [first] = edits.toSorted((a, b) => a.start - b.start);
  if (!first) return undefined;
  const text = applyEdits(doc.text.getText(), edits);
  const at = first.start + first.newText.indexOf(name);
  return { text, position: open(text).text.positionAt(Math.max(first.start, at)) };
};

/** What is renamed and renamed back is as before. */
export const renames: Target = {
  ...common,
  name: 'renames',
  share: 2,
  run: (text) => {
    const doc = open(text);
    const traits: string[] = [];
    for (let offset = 0; offset < text.length; offset += 5) {
      const position = doc.text.positionAt(offset);
      const name = prepareRename(doc, position)?.placeholder;
      const there = renamed(doc, position, OTHER_NAME);
      if (name === undefined || there === undefined) continue;
      traits.push('renamed');
      const back = renamed(open(there.text), there.position, name);
      if (back === undefined) continue;
      traits.push('renamed back');
      const again = open(back.text);
      must(
        effectiveConfigText(again).json === effectiveConfigText(doc).json,
        `renamed to ${OTHER_NAME} and back to ${name}, xl makes something else of the file`,
      );
    }
    return traits;
  },
};
