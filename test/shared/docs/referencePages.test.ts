import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { referencePages } from '../../../shared/src/docs/index.ts';
import { RULES, ruleUrl } from '../../../shared/src/index.ts';
import { OPTIONS } from '../../../shared/src/schema/index.ts';

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

  test.each(RULES.map(({ code }) => code))('the link of %s leads to a section', (code) => {
    const [path = '', anchor = ''] = ruleUrl('docs', code).split('#');
    expect(headings(committed(path.replace('docs/', '')))).toContain(anchor);
  });

  test('every option has a section of its own', () => {
    const titles = headings(committed('options.md'));
    expect(OPTIONS.filter(({ name }) => titles.filter((title) => title === name).length !== 1)).toEqual([]);
  });
});
