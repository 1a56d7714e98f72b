import { completion } from '@xlcfg/shared/src/features/completion.ts';
import { hover } from '@xlcfg/shared/src/features/hover.ts';
import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import type { SpecLanguage } from '@xlcfg/shared/src/languages/language.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../../support/cursor.ts';

const LANGUAGES = SPEC_LANGUAGES.filter(({ parameters }) => parameters.length > 0);

describe('every beginning of an example, at every offset', () => {
  /** The first example of the language that it is itself the option of, with something after it. */
  const sampleOf = ({ options, parameters }: SpecLanguage): string =>
    parameters
      .map(({ example = '' }) => example)
      .find((example) => options.some((one) => example.includes(one))) ?? '';

  it.each(LANGUAGES.map((language) => [language.options[0] ?? '', sampleOf(language)] as const))(
    '%s: %s',
    (_, sample) => {
      for (let length = 0; length <= sample.length; length++) {
        const doc = open(sample.slice(0, length));
        for (let offset = 0; offset <= length; offset++) {
          const position = doc.text.positionAt(offset);
          for (const { label, textEdit } of completion(doc, position).items) {
            if (!textEdit || !('range' in textEdit)) throw new Error(`no edit: ${label}`);
            const from = doc.text.offsetAt(textEdit.range.start);
            const to = doc.text.offsetAt(textEdit.range.end);
            const isOnLine = textEdit.range.start.line === textEdit.range.end.line;
            if (!isOnLine || from > offset || to < offset || to > length) {
              expect.fail(`${label} at ${offset} of ${length}: ${from} to ${to}`);
            }
          }
          const range = hover(doc, position)?.range;
          if (range) {
            expect(doc.text.offsetAt(range.start)).toBeLessThanOrEqual(offset);
            expect(doc.text.offsetAt(range.end)).toBeGreaterThan(offset);
          }
        }
      }
    },
  );

  it('has a sample of every language', () => {
    const without = LANGUAGES.filter((language) => sampleOf(language) === '').map(
      ({ options }) => options[0],
    );
    expect(without).toEqual(['cpus_soft']);
  });
});
