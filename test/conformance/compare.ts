/** Collects where the project and the real xl part, and says so. */

export interface Disagreement {
  /** What was judged, as JSON so that every byte shows. */
  readonly input: string;
  readonly xl: string;
  readonly ours: string;
}

const SHOWN = 50;

/** One of the two differs from the other: a disagreement, or nothing. */
export function differ(input: string, xl: unknown, ours: unknown): Disagreement | undefined {
  const [a, b] = [JSON.stringify(sorted(xl)), JSON.stringify(sorted(ours))];
  return a === b ? undefined : { input: JSON.stringify(input), xl: a, ours: b };
}

/** Prints how many agree; throws with the disagreements, the first fifty in full. */
export function settle(what: string, compared: number, disagreements: readonly Disagreement[]): void {
  const agreed = compared - disagreements.length;
  const percent = compared === 0 ? 100 : Math.floor((10000 * agreed) / compared) / 100;
  const line = `${what}: ${agreed} of ${compared} agree (${percent} %)`;
  console.log(line);
  if (disagreements.length === 0) return;
  const shown = disagreements
    .slice(0, SHOWN)
    .map(({ input, xl, ours }) => `${input}\n  xl:   ${xl}\n  ours: ${ours}`);
  throw new Error([line, ...shown, ...more(disagreements.length - SHOWN)].join('\n'));
}

/** The same for cases that people sorted into areas: a line for each area, then all of them together. */
export function settleAreas(
  what: string,
  cases: readonly { readonly area: string; readonly parting: readonly Disagreement[] }[],
): void {
  const areas = new Map<string, { of: number; agree: number }>();
  for (const { area, parting } of cases) {
    const count = areas.get(area) ?? { of: 0, agree: 0 };
    areas.set(area, { of: count.of + 1, agree: count.agree + (parting.length === 0 ? 1 : 0) });
  }
  for (const [area, { of, agree }] of areas) console.log(`  ${what}, ${area}: ${agree} of ${of} agree`);
  settle(
    what,
    cases.length,
    cases.flatMap(({ parting }) => parting.slice(0, 1)),
  );
}

const more = (count: number): string[] => (count > 0 ? [`and ${count} more`] : []);

/** Objects with their keys in order, so that only what they say is compared. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/**
 * A shorter input that still fails: pieces are taken out, smaller and smaller ones, as long as it fails without them.
 * `fails` is asked for many candidates at a time.
 */
export async function shrink(
  input: string,
  fails: (inputs: readonly string[]) => Promise<boolean[]>,
): Promise<string> {
  let shortest = input;
  for (let size = Math.ceil(shortest.length / 2); size > 0; size = Math.floor(size / 2)) {
    for (;;) {
      const candidates: string[] = [];
      for (let at = 0; at < shortest.length; at += Math.ceil(size / 2) || 1) {
        candidates.push(shortest.slice(0, at) + shortest.slice(at + size));
      }
      const failing = await fails(candidates);
      const next = candidates[failing.indexOf(true)];
      if (next === undefined) break;
      shortest = next;
    }
  }
  return shortest;
}

/** One way of asking both sides of many inputs at a time: in their order, what they part over. */
export type Comparison = (inputs: readonly string[]) => Promise<(Disagreement | undefined)[]>;

/** So many disagreements are shrunk to a shorter input. */
const SHRUNK = 5;

/** Compares all inputs, shortens those that fail, and settles. */
export const settleAll = async (
  what: string,
  inputs: readonly string[],
  compare: Comparison,
): Promise<void> => settleResults(what, inputs, await compare(inputs), compare);

/** The same where all inputs are compared already. */
export async function settleResults(
  what: string,
  inputs: readonly string[],
  results: Awaited<ReturnType<Comparison>>,
  compare: Comparison,
): Promise<void> {
  const found: Disagreement[] = [];
  for (const [at, result] of results.entries()) {
    const input = inputs[at];
    if (!result || input === undefined) continue;
    if (found.length >= SHRUNK) {
      found.push(result);
      continue;
    }
    const shortest = await shrink(input, async (shorter) =>
      (await compare(shorter)).map((one) => one !== undefined),
    );
    const [again = result] = await compare([shortest]);
    found.push(again);
  }
  settle(what, inputs.length, found);
}
