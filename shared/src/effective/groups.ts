/** The strings of lists within a list, such as the NUMA nodes of `vnuma`: those that belong together. */
import type { ParsedSpec, SpecLanguage } from '../languages/language.ts';
import type { GuestSpec } from '../model/guestSpecs.ts';
import type { Origin } from './node.ts';
import type { Context } from './source.ts';

export interface SpecGroup<Spec extends ParsedSpec> {
  /** In their order; without what xl does not read. */
  readonly specs: readonly GuestSpec<Spec>[];
  /** The inner list. */
  readonly origins: readonly Origin[];
}

/** One group for each list in the value of the option. */
export function groupsOf<Spec extends ParsedSpec>(
  { values, specsOf }: Context,
  language: SpecLanguage<Spec>,
): readonly SpecGroup<Spec>[] {
  const specs = specsOf(language);
  const [option = ''] = language.options;
  let next = 0;
  return (values.list(option) ?? []).flatMap((item) => {
    if (item.kind !== 'list') return [];
    const first = next;
    for (let spec = specs[next]; spec && isWithin(spec, item); spec = specs[++next]);
    return [
      {
        specs: specs.slice(first, next),
        origins: [{ start: item.start, end: item.end, option, isSetting: false }],
      },
    ];
  });
}

const isWithin = ({ node }: GuestSpec, list: { readonly start: number; readonly end: number }): boolean =>
  list.start <= node.start && node.end <= list.end;
