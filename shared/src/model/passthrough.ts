/** Devices of the host that a guest is given, and what that makes of `passthrough`. */
import type { OptionValues } from './optionValues.ts';

/** The options by which the file gives devices to the guest: those of which libxl gets at least one. */
export const passthroughOptions = (values: OptionValues): readonly ('pci' | 'dtdev')[] =>
  (['pci', 'dtdev'] as const).filter((option) => values.strings(option).length > 0);

/** The word of `passthrough`, in lower case as libxl compares it, with `default` made out. */
export function passthroughModeOf(values: OptionValues): string {
  const word = values.text('passthrough')?.toLowerCase() ?? 'default';
  if (word !== 'default') return word;
  return passthroughOptions(values).length > 0 ? 'enabled' : 'disabled';
}
