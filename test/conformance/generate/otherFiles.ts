/** Files of CPU pools, and xl.conf: all of their options, right and wrong. */
import { FILE_KINDS, type FileKindName } from '@xlcfg/shared/src/schema/kinds/index.ts';
import type { OptionSchema } from '@xlcfg/shared/src/schema/types.ts';
import { type Random, times } from '../random.ts';
import { withoutOne } from './diskFiles.ts';
import { literal } from './literals.ts';
import { generateValue } from './optionValues.ts';
import { stringsOf } from './strings/index.ts';
import { generateString } from './strings/language.ts';

/** Sets of processors are written in one way, wherever they stand. */
function value(option: OptionSchema, random: Random): string {
  const processors = /cpu|nodes/.test(option.name) ? stringsOf('cpus') : undefined;
  if (!processors || random.chance(0.1)) return generateValue(option, random);
  const text = (): string => literal(generateString('cpus', processors, random), random);
  const number = (): string => random.pick(['0', '1', '"2"', '"x"', '""', '63', '"1x"', '[]', '99', '"-1"']);
  return random.pick([text, text, () => `[ ${times(random.below(4), number).join(', ')} ]`])();
}

export function generateOtherFile(kind: Exclude<FileKindName, 'guest'>, random: Random): string {
  const { options } = FILE_KINDS[kind];
  const settings = times(1 + random.below(4), () => {
    const option = random.pick(options);
    return `${option.name} ${random.chance(0.05) ? '+=' : '='} ${value(option, random)}`;
  });
  const text = settings.map((line) => line + random.pick(['\n', '\n', '\n', ' ; ', ' # note\n'])).join('');
  return random.chance(0.95) ? text : withoutOne(text, random);
}
