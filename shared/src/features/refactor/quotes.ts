import { EVERY_KIND } from '../../rules/rule.ts';
import { valuesAt } from '../../syntax/query.ts';
import { literalFor, requoted } from './literals.ts';
import type { Refactoring } from './refactoring.ts';

/** Double quotes for single ones, and back. */
export const switchQuotes: Refactoring = {
  kinds: EVERY_KIND,
  offers: ({ doc, setting, selection }) => {
    const node = valuesAt(setting.value, selection.start).at(-1);
    if (node?.kind !== 'string' || selection.end > node.end) return [];
    const quote = node.quote === '"' ? "'" : '"';
    const newText = literalFor(node.content.text, requoted(doc.file.text, node, quote), quote);
    if (newText === undefined) return [];
    const title = quote === '"' ? 'Use double quotes' : 'Use single quotes';
    return [{ title, edits: [{ start: node.start, end: node.end, newText }] }];
  },
};
