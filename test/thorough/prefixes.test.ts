import { describe, test } from 'vitest';
import { readFileCases } from '../conformance/cases.ts';
import { ask, askEverything } from '../fuzz/everything.ts';

/**
 * A file that is being typed: each of its beginnings goes through every feature, with the cursor at its end. Nothing
 * may throw, and every range must lie in the text.
 */
describe('every beginning of every file', () => {
  test.for(readFileCases())('$area/$name', ({ bytes }) => {
    const whole = bytes.toString('utf8');
    // A file that is thousands of levels deep says nothing new with each of them.
    const step = whole.length > 5000 ? 97 : 1;
    for (let length = 0; length <= whole.length; length += step)
      askEverything(ask(whole.slice(0, length), length));
  });
});
