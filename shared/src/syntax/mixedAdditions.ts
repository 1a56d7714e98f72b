/** `+=` joins strings with strings and lists with lists; xl refuses the rest (xlu__cfg_concat_vals). */
import type { Setting } from './ast.ts';
import type { ParseError } from './errors.ts';

export function mixedAdditionErrors(settings: readonly Setting[]): ParseError[] {
  const errors: ParseError[] = [];
  if (!settings.some(({ operator }) => operator?.text === '+=')) return errors;
  const latest = new Map<string, Setting>();
  for (const setting of settings) {
    const { name, operator, value } = setting;
    if (!value || value.kind === 'invalid') continue;
    const earlier = latest.get(name.text);
    if (
      operator?.text === '+=' &&
      earlier?.value &&
      (earlier.value.kind === 'list') !== (value.kind === 'list')
    ) {
      errors.push({
        code: 'mixed-addition',
        start: operator.start,
        end: value.end,
        detail: value.kind === 'list' ? 'list' : 'string',
        related: { start: earlier.start, end: earlier.end },
      });
    }
    latest.set(name.text, setting);
  }
  return errors;
}
