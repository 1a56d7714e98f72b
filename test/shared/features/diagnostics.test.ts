/** Problems as diagnostics of the protocol. */

import { rangeOf } from '@xlcfg/shared/src/document/positions.ts';
import { ruleUrl, toDiagnostics } from '@xlcfg/shared/src/features/diagnostics.ts';
import { describe, expect, it } from 'vitest';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { open, URI } from '../../support/documents.ts';

const range = (startLine: number, start: number, endLine: number, end: number) => ({
  start: { line: startLine, character: start },
  end: { line: endLine, character: end },
});

describe('a diagnostic', () => {
  it('has its place in lines and characters, its severity, its source and its code', () => {
    expect(toDiagnostics(open('name = "a"\ntype = "hvm"\nvga = "foo"\nmemory = 512\n'))).toEqual([
      {
        range: range(2, 6, 2, 11),
        severity: DiagnosticSeverity.Error,
        source: 'xlcfg',
        code: 'bad-value',
        message: expect.stringContaining('`foo`'),
      },
    ]);
  });

  it.each([
    ['error', DiagnosticSeverity.Error],
    ['warning', DiagnosticSeverity.Warning],
    ['information', DiagnosticSeverity.Information],
    ['hint', DiagnosticSeverity.Hint],
  ] as const)('of the severity %s', (severity, expected) => {
    const document = open('name = "a"\ntype = "hvm"\nmemory = 512\nmemroy = 1\n', {
      rules: { 'unknown-option': severity },
    });
    expect(toDiagnostics(document).map((one) => one.severity)).toEqual([expected]);
  });

  it.each([
    ['deprecated', 'builder = "hvm"\nmemory = 512\n', [DiagnosticTag.Deprecated]],
    ['unnecessary', 'type = "hvm"\nmemory = 512\nmemory = 768\n', [DiagnosticTag.Unnecessary]],
    ['neither', 'type = "hvm"\nmemory = 512\nmemroy = 1\n', undefined],
  ])('is tagged as %s', (_what, text, tags) => {
    expect(toDiagnostics(open(`name = "a"\n${text}`)).map((one) => one.tags)).toEqual([tags]);
  });

  it('leads to other places', () => {
    const text = 'name = "a"\ntype = "hvm"\nmemory = 512\n\nmemory = 768\n';
    const related = toDiagnostics(open(text)).flatMap((one) => one.relatedInformation ?? []);
    expect(related).toEqual([
      { location: { uri: URI, range: range(4, 0, 4, 6) }, message: expect.stringMatching(/used/) },
    ]);
  });

  it('leads to the section on its rule, where there are pages', () => {
    const document = open('name = "a"\ntype = "hvm"\nmemory = 512\nmemroy = 1\n');
    expect(toDiagnostics(document, 'https://example.org/docs').map((one) => one.codeDescription)).toEqual([
      { href: 'https://example.org/docs/rules.md#unknown-option' },
    ]);
    expect(toDiagnostics(document)[0]).not.toHaveProperty('codeDescription');
  });

  it.each(['https://example.org/docs', 'https://example.org/docs/'])('%s is where the pages are', (url) => {
    expect(ruleUrl(url, 'bad-name')).toBe('https://example.org/docs/rules.md#bad-name');
  });
});

describe('ranges', () => {
  it.each([
    ['a\nb\nc', { start: 2, end: 3 }, range(1, 0, 1, 1)],
    ['a\r\nb', { start: 3, end: 4 }, range(1, 0, 1, 1)],
    // In UTF-16 code units, as the protocol has them.
    ['"😀" x', { start: 5, end: 6 }, range(0, 5, 0, 6)],
    ['ab\ncd', { start: 1, end: 4 }, range(0, 1, 1, 1)],
    ['ab', { start: 2, end: 2 }, range(0, 2, 0, 2)],
  ])('%j %o', (text, span, expected) => expect(rangeOf(open(text), span)).toEqual(expected));

  it('of all problems are in the order of the text', () => {
    const starts = toDiagnostics(open('c = x\nmemory = 512\nmemroy = 1\nb = y\n')).map(
      (one) => one.range.start.line,
    );
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(starts.length).toBeGreaterThan(2);
  });
});
