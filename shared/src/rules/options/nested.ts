/** Nested virtualisation and alternate p2m. Facts: libxl__domain_config_setdefault. */
import { altp2mOption } from '../../model/altp2m.ts';
import { optionRule } from './optionRule.ts';

const nestedWithAltp2m = optionRule(
  {
    code: 'nestedhvm-with-altp2m',
    source: 'libxl_create.c:libxl__domain_config_setdefault',
    isAfterParsing: true,
    severity: 'error',
    options: ['nestedhvm'],
    summary: 'Nested virtualization together with `altp2m`.',
    details:
      'libxl rejects `nestedhvm = 1` together with `altp2m` or `altp2mhvm`: xl accepts the file, but `xl create` fails. ' +
      'Decide for one of them.',
  },
  function* (values) {
    const option = altp2mOption(values);
    if (!values.since('4.6') || option === null || !values.flag('nestedhvm')) return;
    yield {
      option: 'nestedhvm',
      mark: 'value',
      message: `\`nestedhvm\` cannot be combined with \`${option}\`: \`xl create\` fails. Remove one of them.`,
      choices: [{ remove: 'nestedhvm' }, { remove: option }],
      relatedOptions: [{ option, message: 'Turns alternate p2m on.' }],
    };
  },
);

export const nestedRules = [nestedWithAltp2m];
