/** Rules between options: files in which they find something, and files close to those in which they find nothing. */

import { optionRules } from '@xlcfg/shared/src/rules/options/index.ts';
import type { Problem } from '@xlcfg/shared/src/rules/problem.ts';
import type { Settings } from '@xlcfg/shared/src/settings.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../../support/documents.ts';
import { mark, marked } from '../../../support/markers.ts';
import { ARM_CASES } from '../cases/arm.ts';
import { BOOTING_CASES } from '../cases/booting.ts';
import { type Firing, fixedTexts, type Silent } from '../cases/case.ts';
import { DISPLAY_CASES } from '../cases/displays.ts';
import { OPTION_CONFLICTS } from '../cases/optionConflicts.ts';
import { OPTION_WARNINGS } from '../cases/optionWarnings.ts';
import { RESOURCE_CONFLICTS } from '../cases/resourceConflicts.ts';

const CASES = [
  ...OPTION_CONFLICTS,
  ...RESOURCE_CONFLICTS,
  ...ARM_CASES,
  ...OPTION_WARNINGS,
  ...BOOTING_CASES,
  ...DISPLAY_CASES,
];

const found = (text: string, code: string, settings?: Partial<Settings>): Problem[] =>
  open(text, settings).problems.filter((problem) => problem.code === code);

it('every rule has cases of both kinds, and every case a rule', () => {
  expect(CASES.map(({ code }) => code).sort()).toEqual(optionRules.map(({ code }) => code).sort());
  for (const { code, fires, silent } of CASES) {
    expect([fires.length > 0, silent.length > 0], code).toEqual([true, true]);
  }
});

describe.each(CASES)('$code', ({ code, fires, silent }) => {
  it.each<Firing>(fires)('finds %j: %s, fixed %j', (source, severity, fixed, settings) => {
    const { text } = marked(source);
    const problems = found(text, code, settings);
    expect(
      mark(
        text,
        problems.map(({ span }) => span),
      ),
    ).toBe(source);
    expect(new Set(problems.map((problem) => problem.severity))).toEqual(new Set([severity]));
    const result = fixedTexts(text, problems);
    expect(result).toEqual(fixed);
    for (const one of [result ?? []].flat()) expect(found(one, code, settings)).toEqual([]);
  });

  it.each<Silent>(silent)('finds nothing in %j', (text, settings) => {
    expect(found(text, code, settings)).toEqual([]);
  });

  it.each<Firing>(fires)(
    'has messages for %j that say what xl does and what to write',
    (source, _severity, _fixed, settings) => {
      const { text } = marked(source);
      for (const { message, related = [] } of found(text, code, settings)) {
        expect(message).toMatch(/^[A-Za-z`"\d][^\n]*[.?]$/);
        expect(message).toMatch(
          /\b(?:Use|Write|Add|Set|Remove|Raise|Put|Move|Install|remove|Did you mean)\b/,
        );
        for (const one of related) expect(text.slice(one.span.start, one.span.end)).toMatch(/^[a-z0-9_]+$/);
      }
    },
  );
});
