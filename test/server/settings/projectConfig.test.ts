import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIgnoreFile, readProjectConfig } from '../../../server/src/settings/projectConfig.ts';
import { slowdown } from '../../support/slowdown.ts';

const validate = new Ajv({ strict: false }).compile(
  JSON.parse(readFileSync(new URL('../../../server/docs/xlcfg.schema.json', import.meta.url), 'utf8')),
);

describe('a valid project config', () => {
  it.each([
    ['{}', {}, []],
    ['{ "xenVersion": "4.17" }', { xenVersion: '4.17' }, []],
    ['{ "architecture": "arm" }', { architecture: 'arm' }, []],
    ['{ "$schema": "x.json", "ignore": ["old/", "!old/a.cfg"] }', {}, ['old/', '!old/a.cfg']],
    ['{ "rules": { "xend-option": "off" } }', { rules: { 'xend-option': 'off' } }, []],
    [
      '{ "format": { "quotes": "double" }, "enable": false }',
      { format: { quotes: 'double' }, enable: false },
      [],
    ],
  ])('%s', (text, values, ignore) => {
    expect(readProjectConfig(text)).toEqual({ values, ignore, issues: [] });
    expect(validate(JSON.parse(text))).toBe(true);
  });

  it('can have comments, trailing commas and a byte order mark', () => {
    const text = '\ufeff{\n  // of the hosts\n  "xenVersion": "4.17", /* all */\n  "ignore": ["a/",],\n}\n';
    expect(readProjectConfig(text)).toEqual({
      values: { xenVersion: '4.17' },
      ignore: ['a/'],
      issues: [],
    });
  });
});

describe('an invalid value is located, and the other values are used', () => {
  const VALID = { xenVersion: '4.17' };
  it.each([
    ['enable', '"yes"', 3, 13, /^enable is "yes", it must be true or false$/],
    ['rules', '{ "nope": "off" }', 3, 14, /^rules names "nope", which is not a rule$/],
    ['rules', '{ "xend-option": "fatal" }', 3, 29, /^rules sets xend-option to "fatal", it must be one of/],
    ['format', '{ "quote": "double" }', 3, 15, /^format\.quote is not a setting$/],
    ['format', '{ "lineWidth": 7 }', 3, 28, /^format\.lineWidth is 7, it must be a whole number/],
    ['folders', '["/etc"]', 3, 3, /^folders is a setting of a person's editor/],
    ['ignore', '"old/"', 3, 13, /^ignore is "old\/", it must be a list of texts$/],
    ['xenversion', '"4.17"', 3, 3, /^xenversion is not a setting$/],
    ['__proto__', '{}', 3, 3, /^__proto__ is not a setting$/],
  ])('%s: %s', (key, value, line, column, message) => {
    const text = `{ "xenVersion": "4.17",\n  // é\n  "${key}": ${value} }`;
    const { values, issues } = readProjectConfig(text);
    expect(values).toMatchObject(VALID);
    expect(issues).toEqual([{ line, column, message: expect.stringMatching(message) }]);
    expect(validate(JSON.parse(text.replace(/\/\/.*/, '')))).toBe(false);
  });

  it('ignore: a pattern with too many **', () => {
    expect(readProjectConfig('{ "ignore": ["a/**/b/", "a/**/a/**/a/**/a/**/b"] }')).toEqual({
      values: {},
      ignore: ['a/**/b/'],
      issues: [{ line: 1, column: 25, message: expect.stringMatching(/^a pattern has no more than 3/) }],
    });
  });

  it.each([
    ['[]', 1, 1, /^the configuration is \[\], it must be an object$/],
    ['"a"', 1, 1, /^the configuration is "a"/],
  ])('%s', (text, line, column, message) => {
    expect(readProjectConfig(text)).toEqual({
      values: {},
      ignore: [],
      issues: [{ line, column, message: expect.stringMatching(message) }],
    });
  });
});

it('an empty file, as one that is being created, sets nothing and has no issues', () => {
  for (const text of ['', ' \n', '\ufeff'])
    expect(readProjectConfig(text)).toEqual({ values: {}, ignore: [], issues: [] });
});

describe('a file with a syntax error is ignored', () => {
  it.each([
    ['{ "xenVersion": "4.17"\n  "enable": false }', 2, 3, /^a comma is missing/],
    ['{ "xenVersion": "4.17"', 1, 23, /^a closing brace } is missing/],
    ['{ xenVersion: "4.17" }', 1, 3, /./],
    ['{} {}', 1, 4, /^more follows after the end/],
    ['{ "xenVersion": "4.17 }', 1, 17, /^a text has no closing quote/],
    ['{ "enable": flase }', 1, 13, /^this is not valid JSON/],
    ['{ /* "enable": false }', 1, 3, /^a comment has no end/],
  ])('%j', (text, line, column, message) => {
    expect(readProjectConfig(text)).toMatchObject({
      values: {},
      ignore: [],
      issues: [{ line, column, message: expect.stringMatching(message) }],
    });
  });

  it.each([
    ['unclosed nesting', '['.repeat(500_000)],
    ['deep nesting', `{ "ignore": ${'['.repeat(200_000)}${']'.repeat(200_000)} }`],
    ['excessive length', `{}${' '.repeat(2_000_000)}`],
  ])('%s', (_, text) => {
    const { values, ignore, issues } = readProjectConfig(text);
    expect([values, ignore, issues.length]).toEqual([{}, [], 1]);
  });
});

describe('readProjectConfig', () => {
  it('reports few of many issues, in linear time', () => {
    const withIssues = (count: number): string => {
      const rules = Object.fromEntries(Array.from({ length: count }, (_, index) => [`x${index}`, 'off']));
      return JSON.stringify({ rules });
    };
    expect(readProjectConfig(withIssues(50_000)).issues.length).toBeLessThan(100);
    expect(slowdown((count) => readProjectConfig(withIssues(count)))).toBeLessThan(10);
  });

  it('never throws, and locates each issue', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { issues } = readProjectConfig(text);
        for (const { line, column, message } of issues) {
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
          expect(message).not.toBe('');
        }
      }),
    );
  });
});

describe('patterns without end', () => {
  const many = Array.from({ length: 100_000 }, (_, index) => `x${index}*y[a-z]?`);

  it('of an ignore file are not used after the first thousand', () => {
    const { ignore, issues } = readIgnoreFile(`# comment\n\n${many.join('\n')}`);
    expect(ignore).toEqual(many.slice(0, 1000));
    expect(issues).toEqual([
      { line: 1003, column: 1, message: expect.stringContaining('more than 1000 patterns') },
    ]);
  });

  it('of a project configuration are not used after the first thousand', () => {
    const text = JSON.stringify({ ignore: many.slice(0, 2000) }, null, 1);
    const { ignore, issues } = readProjectConfig(text);
    expect(ignore).toEqual(many.slice(0, 1000));
    expect(issues).toEqual([
      { line: 1003, column: 3, message: expect.stringContaining('more than 1000 patterns') },
    ]);
  });

  it('are not used after so many characters', () => {
    const long = Array.from({ length: 100 }, () => 'a'.repeat(1000));
    expect(readIgnoreFile(long.join('\r\n'))).toEqual({
      ignore: long.slice(0, 25),
      issues: [{ line: 26, column: 1, message: expect.stringContaining('more than 25000 characters') }],
    });
    expect(readProjectConfig(JSON.stringify({ ignore: long }, null, 1)).ignore).toHaveLength(25);
  });
});
