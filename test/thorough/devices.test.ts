import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import { readStrings } from '@xlcfg/shared/src/languages/language.ts';
import { NEWEST_XEN_VERSION } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it } from 'vitest';
import { slowdown } from '../support/slowdown.ts';

const LANGUAGES = SPEC_LANGUAGES.filter(({ json }) => json);

describe('the strings of devices take time in proportion to the text', () => {
  it.each(LANGUAGES.map((language) => [language.options[0], language] as const))('%s', (_, language) => {
    const context = {
      xenVersion: NEWEST_XEN_VERSION,
      architecture: 'x86',
      guestType: 'pvh',
      numberOf: () => null,
    } as const;
    const fields = language.parameters.map(({ name }) => `${name}=1:1x1;x, , ,`).join('');
    expect(slowdown((size) => readStrings(language, [fields.repeat(size / 50)], context))).toBeLessThan(6);
    expect(slowdown((size) => readStrings(language, Array(size).fill('a=b'), context))).toBeLessThan(6);
  });
});
