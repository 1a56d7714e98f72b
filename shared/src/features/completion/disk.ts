/** Completion in a disk list: whole entries between the items, and everything inside an entry. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { XlDocument } from '../../document/document.ts';
import { existsIn } from '../../schema/xenVersions.ts';
import { decodedOffset, sourceSpan } from '../../syntax/index.ts';
import type { Context } from './context.ts';
import { DISK_ENTRIES } from './diskEntries.ts';
import { fieldAt, surroundings } from './diskField.ts';
import { parameterProposals, positionalProposals, valueProposals } from './diskProposals.ts';
import { freeVdevsAt } from './freeVdev.ts';
import { itemOf, ordinal } from './items.ts';
import { canTakeItems, commasAround } from './listPlace.ts';

/** Whole disks for a place between the items of a `disk` list, or for a list that is still to be written. */
export function diskEntryItems(
  doc: XlDocument,
  context: Extract<Context, { kind: 'value' }>,
): CompletionItem[] {
  const { setting, list, replaced } = context;
  if (!canTakeItems(setting, list)) return [];
  const [before, after] = list ? commasAround(list, replaced) : ['[ ', ' ]'];
  const known = DISK_ENTRIES.filter((entry) => existsIn(doc.settings.xenVersion, entry));
  const free = freeVdevsAt(doc, setting);
  return known.flatMap(({ id, label, summary, cdrom, body }, index) => {
    const [vdev] = free(cdrom);
    if (vdev === undefined) return [];
    return [
      itemOf(doc, replaced, {
        label,
        kind: CompletionItemKind.Snippet,
        detail: summary,
        text: `${before}'${body(vdev)}'${after}`,
        snippet: true,
        order: ordinal(index),
        data: { kind: 'diskEntry', id },
      }),
    ];
  });
}

/** Items for the inside of a disk's string. */
export function diskFieldItems(
  doc: XlDocument,
  { setting, node }: Extract<Context, { kind: 'string' }>,
  offset: number,
): CompletionItem[] {
  const xenVersion = doc.settings.xenVersion;
  const text = node.content.text;
  const at = decodedOffset(node.content, offset);
  const field = fieldAt(text, at, xenVersion);
  if (!field) return [];
  const around = surroundings(text, field, at, xenVersion);
  const vdevs = (): readonly string[] => freeVdevsAt(doc, setting, node)(around.cdrom);
  const named = field.parameter;
  const proposals = named
    ? valueProposals(doc, named, around, vdevs)
    : [
        ...(field.isName ? [] : positionalProposals(doc, field.role, around, vdevs)),
        ...parameterProposals(field, around, xenVersion),
      ];
  const replaced = sourceSpan(node.content, field.start, field.end);
  if (offset < replaced.start || offset > replaced.end) return [];
  return proposals.map((proposal) => itemOf(doc, replaced, proposal));
}
