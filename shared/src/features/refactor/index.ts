/** All refactorings. The order is that in which they are offered. */
import { movesSilencedLines } from '../../directives/silence.ts';
import type { XlDocument } from '../../document/document.ts';
import type { Span } from '../../span.ts';
import { commandLine } from './commandLine.ts';
import { decimal } from './decimal.ts';
import { diskForms } from './diskForms.ts';
import { joinList, splitList } from './listLines.ts';
import { macs } from './macs.ts';
import { mergeAdditions } from './mergeAdditions.ts';
import { placeOf } from './place.ts';
import { quotes } from './quotes.ts';
import type { Offer, Refactoring, RefactorTools } from './refactoring.ts';
import { sortDisks } from './sortDisks.ts';
import { uuid } from './uuid.ts';

const REFACTORINGS: readonly Refactoring[] = [
  macs,
  uuid,
  commandLine,
  diskForms,
  sortDisks,
  mergeAdditions,
  splitList,
  joinList,
  decimal,
  quotes,
];

/** What can be done with the setting that the selection is in; nothing where it touches none, or several. */
export function refactoringsAt(doc: XlDocument, selected: Span, tools: RefactorTools): Offer[] {
  const place = placeOf(doc, selected, tools);
  if (!place) return [];
  return REFACTORINGS.filter(({ kinds }) => kinds.includes(doc.kind.name))
    .flatMap(({ offers }) => offers(place))
    .filter((offer) => !('edits' in offer && movesSilencedLines(doc.file, offer.edits)));
}
