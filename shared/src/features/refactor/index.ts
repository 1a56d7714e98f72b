/** All refactorings. The order is that in which they are offered. */
import { movesSilencedLines } from '../../directives/silence.ts';
import type { XlDocument } from '../../document/document.ts';
import type { Span } from '../../span.ts';
import { toCmdline } from './cmdline.ts';
import { addMacs, newUuid } from './identity.ts';
import { joinList, splitList } from './listLines.ts';
import { switchQuotes, toDecimal } from './literals.ts';
import { mergeAdditions } from './mergeAdditions.ts';
import type { Offer, Refactoring, RefactorTools } from './refactoring.ts';
import { rewriteDisks } from './rewriteDisks.ts';
import { sortDisks } from './sortDisks.ts';
import { targetOf } from './target.ts';

const REFACTORINGS: readonly Refactoring[] = [
  addMacs,
  newUuid,
  toCmdline,
  rewriteDisks,
  sortDisks,
  mergeAdditions,
  splitList,
  joinList,
  toDecimal,
  switchQuotes,
];

/** What can be done with the setting that the selection is in; nothing where it touches none, or several. */
export function refactoringsAt(doc: XlDocument, selected: Span, tools: RefactorTools): Offer[] {
  const target = targetOf(doc, selected, tools);
  if (!target) return [];
  return REFACTORINGS.filter(({ kinds }) => kinds.includes(doc.kind.name))
    .flatMap(({ offers }) => offers(target))
    .filter((offer) => !('edits' in offer && movesSilencedLines(doc.file, offer.edits)));
}
