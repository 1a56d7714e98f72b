/** Nested virtualisation and alternate p2m. Facts: libxl__domain_config_setdefault. */
import type { OptionValues } from '../../model/optionValues.ts';
import { optionRule } from './optionRule.ts';

/** Whether `altp2m` says another mode than `disabled`; a word that xl refuses is none. */
function hasAltp2m(values: OptionValues): boolean {
  const number = values.number('altp2m');
  if (number !== null) return number !== 0n;
  const word = values.word('altp2m');
  return word !== undefined && word.number !== 0;
}

/** The option that turns alternate p2m on for an hvm or pvh guest; null where none does. */
export function altp2mOption(values: OptionValues): string | null {
  if (values.guestType === 'pv') return null;
  if (hasAltp2m(values)) return 'altp2m';
  return values.flag('altp2mhvm') ? 'altp2mhvm' : null;
}

const nestedWithAltp2m = optionRule(
  {
    code: 'nestedhvm-with-altp2m',
    severity: 'error',
    options: ['nestedhvm'],
    summary: 'Virtual machines inside the guest, together with several views of its memory.',
    details:
      'libxl refuses `nestedhvm = 1` together with `altp2m` or `altp2mhvm`: the file is taken, and `xl create` fails. ' +
      'Decide for one of them.',
  },
  function* (values) {
    const option = altp2mOption(values);
    if (!values.since('4.6') || option === null || !values.flag('nestedhvm')) return;
    yield {
      option: 'nestedhvm',
      mark: 'value',
      message: `nestedhvm does not go with ${option}: xl create fails. Remove one of the two.`,
      relatedOptions: [{ option, message: 'This turns alternate p2m on.' }],
    };
  },
);

export const nestedRules = [nestedWithAltp2m];
