import { readFileSync } from 'node:fs';
import { ALL_RULES, ruleUrl } from '@xlcfg/shared';
import { referencePages } from '@xlcfg/shared/src/docs/index.ts';
import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import { OPTIONS } from '@xlcfg/shared/src/schema/index.ts';
import { describe, expect, test } from 'vitest';

const committed = (name: string): string =>
  readFileSync(new URL(`../../../server/docs/${name}`, import.meta.url), 'utf8');

const headings = (text: string): string[] => [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => title);

describe('the reference pages', () => {
  test.each([...referencePages()])(
    '%s is as the schema and the rules have it (npm run docs)',
    (name, content) => {
      expect(committed(name)).toBe(content);
    },
  );

  test.each(ALL_RULES.map(({ code }) => code))('the link of rule %s leads to a section', (code) => {
    const [path = '', anchor = ''] = ruleUrl('docs', code).split('#');
    expect(headings(committed(path.replace('docs/', '')))).toContain(anchor);
  });

  test.each([...referencePages()].filter(([name]) => name.endsWith('.md')))(
    '%s has no two sections with one anchor',
    (_, text) => {
      const anchors = headings(text).map((title) => title.toLowerCase().replace(/ /g, '-'));
      expect(anchors.filter((anchor, at) => anchors.indexOf(anchor) < at)).toEqual([]);
    },
  );

  test('every option has a section', () => {
    const titles = headings(committed('options.md'));
    expect(OPTIONS.filter(({ name }) => titles.filter((title) => title === name).length !== 1)).toEqual([]);
  });

  test('every language with parameters has a section with all of them', () => {
    const text = committed('specs.md');
    const titles = headings(text);
    for (const { options, parameters, page } of SPEC_LANGUAGES) {
      if (page !== undefined) continue;
      const [name = ''] = options;
      expect(titles.filter((title) => title === name)).toHaveLength(parameters.length > 0 ? 1 : 0);
      const [, section = ''] = `${text}\n### `.split(new RegExp(`^### ${name}$`, 'm'));
      const own = section.split(/^### /m)[0] ?? '';
      const twin = SPEC_LANGUAGES.find((one) => one.parameters === parameters)?.options[0];
      if (parameters.length > 0 && twin !== name) {
        expect(own).toContain(`[${twin}](#${twin})`);
        continue;
      }
      const missing = parameters.filter((parameter) => !own.includes(`**\`${parameter.name}\`**`));
      expect(missing.map((parameter) => parameter.name)).toEqual([]);
    }
  });
});
