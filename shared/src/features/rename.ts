/** Rename: a guest in all files, a disk in its own. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { XlDocument } from '../document/document.ts';
import { rangeOf } from '../document/positions.ts';
import { HOST_DOMAIN } from '../languages/toolkit/domains.ts';
import { crossFileLocations, type OtherFiles } from './occurrences/crossFile.ts';
import { occurrenceAt } from './occurrences/occurrences.ts';
import type { Occurrence } from './occurrences/symbol.ts';
import { renameDisk } from './rename/disk.ts';
import { renameGuest } from './rename/guest.ts';
import type { RenameResult } from './rename/renameResult.ts';

export interface RenameTarget {
  readonly range: Range;
  /** What to begin with when the new name is typed. */
  readonly placeholder: string;
}

/** The name at the position that can be changed, or null where there is none. */
export function prepareRename(doc: XlDocument, position: Position): RenameTarget | null {
  const at = renamableAt(doc, position);
  return at ? { range: rangeOf(doc, at), placeholder: at.name ?? at.symbol.key } : null;
}

function renamableAt(doc: XlDocument, position: Position): Occurrence | null {
  const at = occurrenceAt(doc, doc.text.offsetAt(position));
  if (!at || at.role === 'hint') return null;
  const { kind, key } = at.symbol;
  return kind === 'disk' || (kind === 'name' && key !== HOST_DOMAIN) ? at : null;
}

/** The other files that a rename at the position changes, by their URIs. */
export function filesToRename(doc: XlDocument, position: Position, others: OtherFiles): string[] {
  const at = renamableAt(doc, position);
  if (at?.symbol.kind !== 'name') return [];
  return [...new Set(crossFileLocations(at.symbol, others).map(({ location }) => location.uri))];
}

/**
 * The edits that give what is at the position another name. `documents` are those of {@link filesToRename}. What
 * xl makes of the files is the same as before but for the name; where that cannot be had, the rename is rejected.
 */
export function rename(
  doc: XlDocument,
  position: Position,
  newName: string,
  documents: readonly XlDocument[],
  others: OtherFiles,
): RenameResult {
  const at = renamableAt(doc, position);
  if (!at) return { kind: 'refused', reason: 'There is nothing to rename here.' };
  return at.symbol.kind === 'disk'
    ? renameDisk(doc, at, newName)
    : renameGuest(doc, at, newName, documents, others);
}
