/**
 * A tree as text, one line for each setting and comment in the order of their places. Every piece is cut out of the
 * file by the node's own offsets, so that a wrong offset shows.
 */
import type { Comment, ConfigFile, Setting, Value } from '@xlcfg/shared/src/syntax/index.ts';

/**
 * `name = [1, "x"]` for a setting. What is not closed ends with `…`, a value that xl cannot read stands between `?`,
 * and so does an operator or a value that is not there.
 */
export function outline(file: ConfigFile): string[] {
  const nodes: readonly (Setting | Comment)[] = [...file.settings, ...file.comments].sort(
    (a, b) => a.start - b.start,
  );
  return nodes.map((node) => (node.kind === 'comment' ? cut(file, node) : outlineSetting(file, node)));
}

const cut = ({ text }: ConfigFile, { start, end }: { start: number; end: number }): string =>
  text.slice(start, end);

const outlineSetting = (file: ConfigFile, { name, operator, value }: Setting): string =>
  [cut(file, name), operator ? cut(file, operator) : '?', value ? outlineValue(file, value) : '?'].join(' ');

function outlineValue(file: ConfigFile, value: Value): string {
  switch (value.kind) {
    case 'string':
      return cut(file, value) + (value.closed ? '' : '…');
    case 'number':
      return cut(file, value);
    case 'invalid':
      return `?${cut(file, value)}?`;
    case 'list': {
      const inner = [
        ...value.items.map((item) => ({ at: item.start, text: ` ${outlineValue(file, item)}` })),
        ...value.commas.map((at) => ({ at, text: file.text.charAt(at) })),
      ].sort((a, b) => a.at - b.at);
      const opening = file.text.charAt(value.start);
      const closing = value.closed ? ` ${file.text.charAt(value.end - 1)}` : ' …';
      return opening + inner.map(({ text }) => text).join('') + closing;
    }
  }
}
