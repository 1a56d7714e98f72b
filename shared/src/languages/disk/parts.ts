/** The parts of a disk in the shape that all languages have. */
import type { SpecPart, SpecWord } from '../language.ts';
import type { DiskPart } from './ast.ts';

/** In the order of the text: a part told by its position, a flag or a prefix is a word with a role. */
export function partsOf(text: string, tree: readonly DiskPart[]): readonly SpecPart[] {
  const parts: SpecPart[] = [];
  for (const part of tree) {
    if (part.kind === 'parameter') parts.push(part);
    else for (const word of wordsOf(text, part)) if (word.end > word.start) parts.push(word);
  }
  return parts;
}

function wordsOf(text: string, part: Exclude<DiskPart, { kind: 'parameter' }>): readonly SpecWord[] {
  const { start, end } = part;
  const word = { kind: 'word', start, end, text: text.slice(start, end) } as const;
  switch (part.kind) {
    case 'prefix':
      return [{ ...word, role: part.name, form: 'prefix' }];
    case 'flag':
      return [{ ...word, role: part.name }];
    case 'junk':
      return [word];
    case 'positional': {
      const { role, value, valueSpan, devtype } = part;
      const known = role === 'surplus' ? {} : { role };
      const first: SpecWord = { ...word, end: valueSpan.end, text: value, ...known };
      if (!devtype) return [first];
      const { span } = devtype;
      return [
        first,
        {
          kind: 'word',
          start: span.start,
          end: span.end,
          text: devtype.value,
          role: 'devtype',
          form: 'suffix',
        },
      ];
    }
  }
}
