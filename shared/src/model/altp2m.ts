/** Alternate p2m. Facts: libxl__domain_config_setdefault. */
import type { OptionValues } from './optionValues.ts';

/** Whether `altp2m` sets a mode other than `disabled`. */
function hasMode(values: OptionValues): boolean {
  const number = values.number('altp2m');
  if (number !== null) return number !== 0n;
  const word = values.word('altp2m');
  return word !== undefined && word.number !== 0;
}

/** The option that enables alternate p2m for an HVM or PVH guest; null where none does. */
export function altp2mOption(values: OptionValues): 'altp2m' | 'altp2mhvm' | null {
  if (values.createdType === 'pv') return null;
  if (hasMode(values)) return 'altp2m';
  return values.flag('altp2mhvm') ? 'altp2mhvm' : null;
}
