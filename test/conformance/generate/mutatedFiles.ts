/** Written files with changes: lines of others among theirs, lines gone or doubled, and damage within a line. */
import { type Random, times } from '../random.ts';
import { damage } from './strings/damage.ts';

/** `texts` are the written files. */
export function generateMutatedFile(random: Random, texts: readonly string[]): string {
  const lines = random.pick(texts).split('\n');
  for (const _ of times(1 + random.below(3), () => random)) mutate(lines, random, texts);
  return lines.join('\n');
}

function mutate(lines: string[], random: Random, texts: readonly string[]): void {
  const at = random.below(lines.length);
  const line = lines[at] ?? '';
  random.pick([
    () => lines.splice(at, 1),
    () => lines.splice(at, 0, line),
    () => lines.splice(at, 0, random.pick(random.pick(texts).split('\n'))),
    () => lines.splice(at, 1, damage(line, random)),
    () => lines.splice(at, 1, damage(line, random)),
    () => lines.splice(at, 1, inner(line, random)),
    () => lines.splice(at, 1, inner(line, random)),
  ])();
}

/** Damage between the quotes of a line, which leaves the grammar whole. */
function inner(line: string, random: Random): string {
  const start = line.search(/["']/) + 1;
  const end = line.lastIndexOf(line.charAt(start - 1));
  if (start === 0 || end <= start) return line;
  const damaged = damage(line.slice(start, end), random).replace(/["'\\]/g, '');
  return line.slice(0, start) + damaged + line.slice(end);
}
