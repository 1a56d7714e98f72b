import { type SpecString, specStrings } from '../../document/specStrings.ts';
import { editIn } from '../../edits/stringEdits.ts';
import { createMacGenerator, isInterface, isSingleSetting, randomUuid } from './generate.ts';
import { contentEndAt, indentationAt } from './indentation.ts';
import { hasQuotes, type Quote } from './literals.ts';
import type { Offer, RandomBytes, Refactoring, RefactorTarget } from './refactoring.ts';
import { overlaps } from './target.ts';

/** A MAC for each interface that has none, which otherwise gets another one at each start. */
export const addMacs: Refactoring = {
  kinds: ['guest'],
  offers: (target) => {
    const { doc, setting, selection, random } = target;
    if (setting.name.text !== 'vif' || setting.value.kind !== 'list' || !random) return [];
    const lacking = specStrings(doc).filter(
      (one) =>
        isInterface(one) && hasQuotes(one.node) && one.pieces.every(({ parameter }) => parameter !== 'mac'),
    );
    const here = lacking.filter(({ node }) => overlaps(node, selection));
    return [
      ...addMacsTo(target, random, here, titleHere),
      ...(lacking.length > here.length ? addMacsTo(target, random, lacking, titleOfAll) : []),
    ];
  },
};

const titleHere = (count: number): string =>
  count === 1 ? 'Give the interface a MAC address' : `Give these ${count} interfaces MAC addresses`;

const titleOfAll = (count: number): string =>
  count === 1
    ? 'Give the interface without a MAC address one'
    : `Give all ${count} interfaces without a MAC address one`;

function addMacsTo(
  { doc, workspace }: RefactorTarget,
  random: RandomBytes,
  interfaces: readonly SpecString[],
  title: (count: number) => string,
): Offer[] {
  if (interfaces.length === 0) return [];
  const fresh = createMacGenerator(doc, random, workspace);
  const edits = interfaces.flatMap(({ node }) => {
    const mac = fresh();
    if (mac === undefined) return [];
    const rest = node.content.text === '' ? '' : ',';
    return editIn(node, { start: 0, end: 0 }, `mac=${mac}${rest}`) ?? [];
  });
  return edits.length < interfaces.length ? [] : [{ title: title(edits.length), edits }];
}

/** A new UUID: for the one at the cursor, or, at the name of a guest without one, an additional setting. */
export const newUuid: Refactoring = {
  kinds: ['guest'],
  offers: (target) => {
    const { doc, setting, random } = target;
    if (!random || setting.value.kind === 'list') return [];
    // Of one that += puts together no part can be replaced alone.
    if (setting.name.text === 'uuid') return isSingleSetting(doc, 'uuid') ? [replaced(target, random)] : [];
    const isMissing = doc.file.settings.every(({ name }) => name.text !== 'uuid');
    return setting.name.text === 'name' && isMissing ? [added(target, random)] : [];
  },
};

function replaced({ setting: { value } }: RefactorTarget, random: RandomBytes): Offer {
  const { start, end } = value;
  const newText = quoted(randomUuid(random), value);
  return { title: 'Replace the UUID with a new one', edits: [{ start, end, newText }] };
}

/** On its own line below the name, or behind a `;` where something follows on the line. */
function added(
  { doc: { file }, setting: { start, end, value } }: RefactorTarget,
  random: RandomBytes,
): Offer {
  const line = `uuid = ${quoted(randomUuid(random), value)}`;
  const lineEnd = contentEndAt(file.text, end);
  const isLast = /^[ \t]*(?:#|$)/.test(file.text.slice(end, lineEnd));
  const at = isLast ? lineEnd : end;
  const newText = isLast ? `\n${indentationAt(file.text, start)}${line}` : `; ${line}`;
  return { title: 'Add a UUID', edits: [{ start: at, end: at, newText }] };
}

function quoted(text: string, like: { readonly kind: string; readonly quote?: Quote }): string {
  const quote = like.quote ?? '"';
  return quote + text + quote;
}
