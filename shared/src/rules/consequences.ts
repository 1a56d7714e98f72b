/** Problems that are only there because of another one. */
import type { ConfigFile } from '../syntax/index.ts';
import type { Problem } from './problem.ts';

/** Errors after which it is unknown where a string ends, and so what it says. */
const MISREAD_STRINGS: ReadonlySet<string> = new Set(['unclosed-string', 'nested-quotes', 'triple-quotes']);

/** Whether the bytes of a file in UTF-16 were decoded one by one, so that nothing in it can be read. */
const isUtf16 = (text: string): boolean => /^(?:\xff\xfe|\xfe\xff)/.test(text);

/** The problems of a file with syntax errors, without those that go away with one of these. */
export function withoutConsequences(problems: readonly Problem[], { text, errors }: ConfigFile): Problem[] {
  if (isUtf16(text)) return problems.slice(0, 1);
  const misread = errors.filter(({ code }) => MISREAD_STRINGS.has(code));
  if (misread.length === 0) return [...problems];
  const codes = new Set<string>(errors.map(({ code }) => code));
  const starts = new Map(misread.map((error) => [error.start, error]));
  return problems.filter(({ code, span }) => {
    if (codes.has(code)) return true;
    const error = starts.get(span.start) ?? starts.get(span.end - 1);
    return error === undefined;
  });
}
