/** The parts of a disk in the shape that all languages have. */
import type { SpecPart, SpecWord } from '../language.ts';
import type { DiskPart } from './ast.ts';

/** In the order of the text: a part told by its position, a flag or a prefix is a word with a role. */
export function partsOf(text: string, tree: readonly DiskPart[]): readonly SpecPart[] {
  const parts: SpecPart[] = [];
  for (const part of tree) {
    if (part.kind === 'parameter') parts.push(part);
    else addWords(parts, text, part);
  }
  return parts;
}

function addWords(parts: SpecPart[], text: string, part: Exclude<DiskPart, { kind: 'parameter' }>): void {
  const { start, end } = part;
  switch (part.kind) {
    case 'prefix':
      parts.push({ kind: 'word', start, end, text: text.slice(start, end), role: part.name, form: 'prefix' });
      return;
    case 'flag':
      parts.push(wordOf(start, end, part.name, part.name));
      return;
    case 'junk':
      if (end > start) parts.push(wordOf(start, end, text.slice(start, end)));
      return;
    case 'positional': {
      const { role, value, valueSpan, devtype } = part;
      if (valueSpan.end > start)
        parts.push(wordOf(start, valueSpan.end, value, role === 'surplus' ? undefined : role));
      if (devtype && devtype.value !== '')
        parts.push({ kind: 'word', ...devtype.span, text: devtype.value, role: 'devtype', form: 'suffix' });
    }
  }
}

/** Written out twice: a role spread in is slow, and there are many words. */
const wordOf = (start: number, end: number, text: string, role?: string): SpecWord =>
  role === undefined ? { kind: 'word', start, end, text } : { kind: 'word', start, end, text, role };
