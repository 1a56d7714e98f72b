import { withoutAdvice } from '@xlcfg/shared/src/text/advice.ts';
import { expect, it } from 'vitest';

it.each([
  ['`a` is not a number: xl ignores it. Use digits only.', '`a` is not a number: xl ignores it.'],
  ['Unknown option. Did you mean `memory`?', 'Unknown option.'],
  [
    'It is 3. Only 1 and 2 are known. Write 1. It counts in MiB.',
    'It is 3. Only 1 and 2 are known. It counts in MiB.',
  ],
  ['No such form. Example: a = 1', 'No such form.'],
  ['Use is made of it. Used is not Use.', 'Use is made of it. Used is not Use.'],
])('%s', (message, facts) => expect(withoutAdvice(message)).toBe(facts));
