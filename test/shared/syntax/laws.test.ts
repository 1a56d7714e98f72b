/** What holds for any text at all. */

import type { Span } from '@xlcfg/shared/src/span.ts';
import type { ConfigFile, Value } from '@xlcfg/shared/src/syntax/index.ts';
import { parseConfig } from '@xlcfg/shared/src/syntax/index.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, configText, law } from '../../support/laws.ts';
import { slowdown } from '../../support/slowdown.ts';

const texts = fc.oneof(configText, anyText);

function expectInOrder(spans: readonly Span[], within: Span): void {
  let before = within.start;
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(before);
    expect(end).toBeGreaterThanOrEqual(start);
    before = end;
  }
  expect(before).toBeLessThanOrEqual(within.end);
}

function expectNested(value: Value): void {
  if (value.kind === 'string') {
    expectInOrder([value.content], { start: value.start + 1, end: value.closed ? value.end - 1 : value.end });
  }
  if (value.kind !== 'list') return;
  const commas = value.commas.map((start) => ({ start, end: start + 1 }));
  expectInOrder(
    [...value.items, ...commas].sort((a, b) => a.start - b.start),
    { start: value.start + 1, end: value.closed ? value.end - 1 : value.end },
  );
  for (const item of value.items) expectNested(item);
}

const outermost = ({ settings, comments }: ConfigFile): Span[] =>
  [...settings, ...comments].sort((a, b) => a.start - b.start);

describe('any text', () => {
  it('has errors within the text, in order', () => {
    law(texts, (text) => {
      let before = 0;
      for (const { start, end, related } of parseConfig(text).errors) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        if (related) expectInOrder([related], { start: 0, end: text.length });
        before = start;
      }
    });
  });

  it('has settings and comments within the text, in order; comments of a list are within its setting', () => {
    law(texts, (text) => {
      const file = parseConfig(text);
      expectInOrder(file.settings, file);
      expectInOrder(file.comments, file);
      for (const comment of file.comments) {
        const around = outermost(file).filter((one) => one.start < comment.end && comment.start < one.end);
        for (const one of around.filter((other) => other !== comment)) {
          expectInOrder([comment], one);
        }
      }
    });
  });

  it('has comments and values that do not overlap', () => {
    law(texts, (text) => {
      const { settings, comments } = parseConfig(text);
      const leaves = (value: Value): Span[] =>
        value.kind === 'list' ? value.items.flatMap(leaves) : [value];
      const values = settings.flatMap(({ value }) => (value ? leaves(value) : []));
      expectInOrder(
        [...values, ...comments].sort((a, b) => a.start - b.start),
        { start: 0, end: text.length },
      );
    });
  });

  it('has a tree of nested spans', () => {
    law(texts, (text) => {
      for (const setting of parseConfig(text).settings) {
        const { name, operator, value } = setting;
        expectInOrder([name, ...(operator ? [operator] : []), ...(value ? [value] : [])], setting);
        expect(text.slice(name.start, name.end)).toBe(name.text);
        if (operator) expect(text.slice(operator.start, operator.end)).toBe(operator.text);
        if (value) expectNested(value);
      }
    });
  });

  it('has a complete tree where there are no errors', () => {
    law(texts, (text) => {
      const { errors, settings } = parseConfig(text);
      if (errors.length > 0) return;
      const isWhole = (value: Value): boolean =>
        value.kind === 'list'
          ? value.closed && value.items.every(isWhole)
          : value.kind === 'string'
            ? value.closed
            : value.kind === 'number';
      for (const { name, operator, value } of settings) {
        expect(name.text).toMatch(/^[a-z][._0-9a-z]*$/);
        expect(operator && value && isWhole(value)).toBe(true);
      }
    });
  });

  it('keeps its settings after an inserted comment or empty line', () => {
    const names = (text: string) => parseConfig(text).settings.map(({ name }) => name.text);
    law(texts, (text) => {
      if (text.startsWith('\ufeff')) return;
      expect(names(`# note\n\n${text}`)).toEqual(names(text));
    });
  });
});

describe('parsing takes linear time', () => {
  it.each<readonly [string, (n: number) => string]>([
    ['settings', (n) => 'name = "web"\n'.repeat(n)],
    ['additions', (n) => 'a += [ "x" ]\n'.repeat(n)],
    ['a long list', (n) => `a = [ ${'"x", '.repeat(n)}]\n`],
    ['open lists', (n) => 'a = [\n'.repeat(n)],
    ['open brackets', (n) => `a = ${'['.repeat(n)}`],
    ['open strings', (n) => 'a = "x\n'.repeat(n)],
    ['open strings in lists', (n) => `a = [ ${'"x\n'.repeat(n)}`],
    ['one long string', (n) => `a = "${'x'.repeat(4 * n)}"`],
    ['escapes', (n) => `a = "${'\\n\\012\\x'.repeat(n)}"`],
    ['bare words', (n) => `a = [ ${'hvm, '.repeat(n)}`],
    ['bare words without commas', (n) => `a = [ ${'hvm '.repeat(n)}`],
    ['calls without an end', (n) => `a = [ ${'f( '.repeat(n)}`],
    ['items without commas', (n) => `a = [ ${'1 '.repeat(n)}`],
    ['settings on one line', (n) => 'a = 1 '.repeat(n)],
    ['names alone', (n) => 'a '.repeat(n)],
    ['words', (n) => 'a\n'.repeat(n)],
    ['operators', (n) => '= '.repeat(n)],
    ['semicolons', (n) => 'a = b;'.repeat(n)],
    ['odd characters', (n) => '@ '.repeat(n)],
    ['blanks', (n) => `a =${' '.repeat(4 * n)}`],
    ['odd blanks', (n) => `a =${'\u00a0 '.repeat(n)}`],
    ['carriage returns', (n) => '\r'.repeat(n)],
    ['lines of Windows', (n) => 'a = "x"\r\n'.repeat(n)],
    ['comments', (n) => '# note\n'.repeat(n)],
    ['quotes', (n) => '"'.repeat(n)],
    ['Python', (n) => `a = ${'x + '.repeat(n)}\n`],
    ['Python names', (n) => `a = ${'x.'.repeat(n)}(\n`],
  ])('%s', (_what, text) => {
    expect(slowdown((n) => parseConfig(text(n)))).toBeLessThan(10);
  });
});
