/** Gives a guest another name: in its own file, and wherever it serves as a backend. */

import type { XlDocument } from '../../document/document.ts';
import { editedDocument } from '../../document/editedDocument.ts';
import { HOST_DOMAIN } from '../../languages/toolkit/domains.ts';
import { fileName } from '../../text/fileName.ts';
import { quoted } from '../../text/sentences.ts';
import { digest } from '../../workspace/digest.ts';
import type { Fact } from '../../workspace/facts.ts';
import type { OtherFiles } from '../occurrences/crossFile.ts';
import { type GuestSymbol, isAbout, type Occurrence } from '../occurrences/symbol.ts';
import { type FileEdits, type RenameResult, refuse, replaceText } from './renameResult.ts';

interface FactsInFile {
  readonly doc: XlDocument;
  readonly facts: readonly Fact[];
}

/** `documents`: the other ones that have the name; see rename in rename.ts. */
export function renameGuest(
  doc: XlDocument,
  at: Occurrence,
  newName: string,
  documents: readonly XlDocument[],
  others: OtherFiles,
): RenameResult {
  const { symbol } = at;
  if (newName === symbol.key) return { kind: 'renamed', files: [] };
  const fault = nameFault(newName) ?? nameConflict(newName, doc, others);
  if (fault) return refuse(fault);
  const all = [doc, ...documents].map((one) => ({ doc: one, facts: factsAbout(one, symbol) }));
  const reach = affectedFiles(all, at);
  if (!reach) {
    const files = all
      .filter(({ facts }) => facts.some(isDefinition))
      .map((one) => fileName(one.doc.text.uri));
    return refuse(
      `Several files have a guest of this name (${files.join(', ')}), and a backend names it: which guest is meant is unclear. Change the names by hand.`,
    );
  }
  return renameInFiles(reach, symbol, newName);
}

const factsAbout = (doc: XlDocument, symbol: GuestSymbol): Fact[] =>
  digest(doc).facts.filter((fact) => isAbout(fact, symbol));

const isDefinition = ({ kind }: Pick<Fact, 'kind'>): boolean => kind === 'name';

/** Why a guest cannot have the name, in any file. */
function nameFault(name: string): string | null {
  if (name === '') return 'The name is empty. xl would take it, and no command could name the guest.';
  if (/^\d+$/.test(name)) return `xl takes ${name} for the number of a running guest. A name needs a letter.`;
  if (/["'\\\p{Cc}]/u.test(name))
    return 'A name with quotes, backslashes or control characters needs escapes. Leave them out.';
  if (name === HOST_DOMAIN) return `${HOST_DOMAIN} is the name of the host.`;
  if (name.includes('/')) return 'A name cannot have a slash: Xen names log files after the guest.';
  return null;
}

function nameConflict(name: string, doc: XlDocument, others: OtherFiles): string | null {
  const here = digest(doc).facts.some((fact) => isDefinition(fact) && fact.key === name)
    ? [doc.text.uri]
    : [];
  const [file] = [...here, ...others.find('name', name).map(({ uri }) => uri)];
  return file === undefined ? null : `The guest of ${fileName(file)} is called ${name} already.`;
}

/**
 * The places to change. Where several files define the name, it is that of the one guest whose definition was chosen,
 * and which of them a backend means is unknown: null.
 */
function affectedFiles(all: readonly FactsInFile[], at: Occurrence): readonly FactsInFile[] | null {
  const facts = all.flatMap((one) => one.facts);
  if (facts.filter(isDefinition).length < 2) return all;
  return facts.every(isDefinition) && at.role === 'definition' ? all.slice(0, 1) : null;
}

function renameInFiles(reach: readonly FactsInFile[], symbol: GuestSymbol, newName: string): RenameResult {
  const files: FileEdits[] = [];
  for (const { doc, facts } of reach) {
    const file = fileName(doc.text.uri);
    const parts = doc.guest.settings.get('name')?.parts.length ?? 0;
    if (parts > 1 && facts.some(isDefinition)) {
      return refuse(`In ${file} the name is put together with +=. Change it by hand.`);
    }
    const renamed = { doc, edits: facts.flatMap((fact) => replaceText(doc, fact, newName) ?? []) };
    if (!keepsMeaning(renamed, symbol, newName)) {
      return refuse(
        `xl would read something else than ${quoted(newName)} in ${file}. Choose a name without commas and spaces.`,
      );
    }
    if (renamed.edits.length > 0) files.push(renamed);
  }
  return { kind: 'renamed', files };
}

/** Whether xl reads the new name where it read the old one, and all else as before. */
function keepsMeaning(file: FileEdits, symbol: GuestSymbol, newName: string): boolean {
  const before = digest(file.doc).facts;
  const after = digest(editedDocument(file.doc, file.edits)).facts;
  return (
    after.length === before.length &&
    before.every((fact, index) => {
      const now = after[index];
      if (now?.kind !== fact.kind) return false;
      // The key of a disk's target has the name of its backend in it.
      return isAbout(fact, symbol) ? now.key === newName : now.text === fact.text;
    })
  );
}
