/** What the server adds to the text: colours of words (semantic tokens) and inlay hints. */
import { StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import type { InlayHint, SemanticTokensLegend } from 'vscode-languageserver-protocol';
import { offsetAt } from './positions.ts';

class HintWidget extends WidgetType {
  readonly #label: string;
  readonly #paddingLeft: boolean;

  constructor(label: string, paddingLeft: boolean) {
    super();
    this.#label = label;
    this.#paddingLeft = paddingLeft;
  }

  override eq(other: HintWidget): boolean {
    return other.#label === this.#label && other.#paddingLeft === this.#paddingLeft;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = this.#paddingLeft ? 'hint hint-padded' : 'hint';
    element.textContent = this.#label;
    return element;
  }
}

const labelOf = ({ label }: InlayHint): string =>
  typeof label === 'string' ? label : label.map(({ value }) => value).join('');

export const hintDecorations = (doc: Text, hints: readonly InlayHint[]): DecorationSet =>
  Decoration.set(
    hints.map((hint) =>
      Decoration.widget({
        widget: new HintWidget(labelOf(hint), hint.paddingLeft === true),
        side: 1,
      }).range(offsetAt(doc, hint.position)),
    ),
    true,
  );

/** Decodes tokens: five numbers each, relative to the token before. The classes are `token-TYPE` and `token-MODIFIER`. */
export const tokenDecorations = (
  doc: Text,
  data: readonly number[],
  { tokenTypes, tokenModifiers }: SemanticTokensLegend,
): DecorationSet => {
  const marks = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at + 4 < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
    line += lines;
    character = lines === 0 ? character + characters : characters;
    const classes = [
      tokenTypes[type] ?? '',
      ...tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0),
    ];
    const from = offsetAt(doc, { line, character });
    const to = offsetAt(doc, { line, character: character + length });
    if (from < to)
      marks.push(
        Decoration.mark({ class: classes.map((name) => `token-${name}`).join(' ') }).range(from, to),
      );
  }
  return Decoration.set(marks);
};

/** Decorations that follow the text until the server sends new ones. */
const serverDecorations = () => {
  const set = StateEffect.define<DecorationSet>();
  const field = StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update: (decorations, { changes, effects }) =>
      effects.reduce(
        (current, effect) => (effect.is(set) ? effect.value : current),
        decorations.map(changes),
      ),
    provide: (own) => EditorView.decorations.from(own),
  });
  return { set, field };
};

export const tokens = serverDecorations();
export const hints = serverDecorations();
