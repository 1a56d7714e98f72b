/** Settings with syntax errors: what they say is a guess, so that no fix of them is safe. */
import { partitionPoint } from '../binarySearch.ts';
import type { Fix } from '../edits/edit.ts';
import type { Span } from '../span.ts';
import type { ConfigFile } from '../syntax/index.ts';
import type { Problem } from './problem.ts';

/** The settings with errors in them, or right behind them, and the errors elsewhere, in the order of the text. */
function brokenSpans({ text, settings, errors }: ConfigFile): readonly Span[] {
  const spans: Span[] = [];
  let next = 0;
  for (const error of errors) {
    while ((settings[next]?.end ?? Number.POSITIVE_INFINITY) <= error.start) next++;
    const before = settings[next - 1];
    const around = settings[next];
    const isInside = around !== undefined && around.start < error.end;
    const isWithin = isInside && around.start < error.start;
    const isBehind = !isWithin && before !== undefined && isOnLine(text, before.end, error.start);
    const start = Math.min(
      error.start,
      isBehind ? before.start : error.start,
      isInside ? around.start : error.start,
    );
    const end = Math.max(error.end, isInside ? around.end : error.end);
    const last = spans.at(-1);
    if (last && start < last.end)
      spans[spans.length - 1] = { start: Math.min(last.start, start), end: Math.max(last.end, end) };
    else spans.push({ start, end });
  }
  return spans;
}

/** Whether nothing between the offsets ends a statement. */
const isOnLine = (text: string, from: number, to: number): boolean =>
  text.lastIndexOf('\n', to - 1) < from && text.lastIndexOf(';', to - 1) < from;

/** The problems, with no fix called safe that touches a setting with an error: xl might accept the file then, and read something else. */
export function withoutUnsafeFixes(problems: readonly Problem[], file: ConfigFile): Problem[] {
  const spans = brokenSpans(file);
  const touchesBroken = ({ edits }: Fix): boolean =>
    edits.some(({ start, end }) => {
      const first = spans[partitionPoint(spans, (span) => span.end <= start)];
      return first !== undefined && first.start < Math.max(end, start + 1);
    });
  return problems.map((problem) =>
    problem.fixes?.some((fix) => fix.safe && touchesBroken(fix))
      ? {
          ...problem,
          fixes: problem.fixes.map((fix) => (fix.safe && touchesBroken(fix) ? { ...fix, safe: false } : fix)),
        }
      : problem,
  );
}
