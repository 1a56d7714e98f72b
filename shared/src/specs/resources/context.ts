/** What the languages of resources know of their surroundings beyond the general context. */
import type { ParsedSpec, SpecContext, SpecLanguage } from '../spec.ts';

export interface ResourceContext extends SpecContext {
  /** Whether the value is one text, or a list of them: `cpus`, `cpuid` and `bootloader_args` read the two otherwise. */
  readonly form?: 'text' | 'list';
}

/** A language whose strings stand in groups that depend on each other. */
export interface GroupLanguage<Fields = unknown> extends SpecLanguage<Fields> {
  /** Reads all groups of the option at once: one result for each string of each group. Linear in the text. */
  readonly parseGroups: (
    groups: readonly (readonly string[])[],
    context: ResourceContext,
  ) => readonly (readonly ParsedSpec<Fields>[])[];
}
