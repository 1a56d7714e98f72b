/** The strings of lists within a list, such as the NUMA nodes of `vnuma`: those that belong together. */
import type { GuestSpec } from '../model/guestSpecs.ts';
import type { Origin } from './node.ts';
import type { Context } from './source.ts';

export interface SpecGroup {
  /** In their order; without what xl does not read. */
  readonly specs: readonly GuestSpec[];
  /** The inner list. */
  readonly origins: readonly Origin[];
}

/** One group for each list in the value of the option. */
export function groupsOf({ read, specsOf }: Context, option: string): readonly SpecGroup[] {
  const specs = specsOf(option);
  let next = 0;
  return (read.list(option) ?? []).flatMap((item) => {
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
