/** Passed-through devices, and the mode of `passthrough`. */
import type { OptionValues } from './optionValues.ts';

/** The options that pass at least one device through to the guest. */
export const passthroughOptions = (values: OptionValues): readonly ('pci' | 'dtdev')[] =>
  (['pci', 'dtdev'] as const).filter((option) => values.strings(option).length > 0);

/** The effective word of `passthrough`: libxl resolves `default` by whether there are devices. */
export function passthroughModeOf(values: OptionValues): string {
  const word = values.word('passthrough')?.name ?? 'default';
  if (word !== 'default') return word;
  return passthroughOptions(values).length > 0 ? 'enabled' : 'disabled';
}
