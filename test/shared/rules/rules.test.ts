/**
 * Every rule: files in which it finds something, what its fixes make of them, and files close to those in which it
 * finds nothing. The cases are in cases/; each is one line.
 */

import type { XlDocument } from '@xlcfg/shared/src/document/document.ts';
import type { Fix } from '@xlcfg/shared/src/edits/edit.ts';
import { applyEdits } from '@xlcfg/shared/src/edits/mergeEdits.ts';
import { disksOf } from '@xlcfg/shared/src/model/disks.ts';
import { RULES } from '@xlcfg/shared/src/rules/index.ts';
import { optionRules } from '@xlcfg/shared/src/rules/options/index.ts';
import type { Problem } from '@xlcfg/shared/src/rules/problem.ts';
import { specRules } from '@xlcfg/shared/src/rules/specs/faults.ts';
import { describe, expect, it } from 'vitest';
import { open, URI } from '../../support/documents.ts';
import { mark, marked } from '../../support/markers.ts';
import { ARCHITECTURE_CASES } from './cases/arm.ts';
import { type Circumstances, type Firing, fixedTexts, type RuleCases, type Silent } from './cases/case.ts';
import { DISK_CASES } from './cases/disks.ts';
import { SETTING_CASES } from './cases/settings.ts';
import { SYNTAX_CASES } from './cases/syntax.ts';

const CASES: readonly RuleCases[] = [...SYNTAX_CASES, ...SETTING_CASES, ...ARCHITECTURE_CASES, ...DISK_CASES];

/** These have their own tests: options/, specs/. */
const TESTED_IN_OTHER_FILES: ReadonlySet<string> = new Set(
  [...optionRules, ...specRules].map(({ code }) => code),
);

const openIn = (text: string, { uri = URI, ...settings }: Circumstances = {}): XlDocument =>
  open(text, settings, uri);

const found = ({ problems }: XlDocument, code: string): Problem[] =>
  problems.filter((problem) => problem.code === code);

/** Without those that are told only of files that parse, so that a fix may bring them up. */
const errors = ({ problems }: XlDocument): number =>
  problems.filter(
    ({ severity, code }) => severity === 'error' && !['missing-name', 'missing-kernel'].includes(code),
  ).length;

it('every rule has cases with and without findings, and every case has a rule', () => {
  expect(CASES.map(({ code }) => code).sort()).toEqual(
    RULES.map(({ code }) => code)
      .filter((code) => !TESTED_IN_OTHER_FILES.has(code))
      .sort(),
  );
  for (const { code, fires, silent } of CASES) {
    expect([fires.length > 0, silent.length > 0], code).toEqual([true, true]);
  }
});

describe.each(CASES)('$code', ({ code, fires, silent }) => {
  it.each<Firing>(fires)('finds %j: %s, fixed %j', (source, severity, fixed, circumstances) => {
    const { text } = marked(source);
    const document = openIn(text, circumstances);
    const problems = found(document, code);
    expect(
      mark(
        text,
        problems.map(({ span }) => span),
      ),
    ).toBe(source);
    expect(new Set(problems.map((problem) => problem.severity))).toEqual(new Set([severity]));
    expect(fixedTexts(text, problems)).toEqual(fixed);
  });

  it.each<Silent>(silent)('finds nothing in %j', (text, circumstances) => {
    expect(found(openIn(text, circumstances), code)).toEqual([]);
  });
});

interface Fixed {
  readonly problem: Problem;
  readonly fix: Fix;
  readonly before: XlDocument;
  readonly after: XlDocument;
}

/** Every fix of every case, each applied alone. */
const everyFix: readonly Fixed[] = CASES.flatMap(({ fires }) =>
  fires.flatMap(([source, , , circumstances]) => {
    const { text } = marked(source);
    const before = openIn(text, circumstances);
    return before.problems.flatMap((problem) =>
      (problem.fixes ?? []).map((fix) => ({
        problem,
        fix,
        before,
        after: openIn(applyEdits(text, fix.edits), circumstances),
      })),
    );
  }),
);

describe('a fix', () => {
  it('is tested', () => expect(everyFix.length).toBeGreaterThan(80));

  it('removes its problem', () => {
    for (const { problem, fix, before, after } of everyFix) {
      const left = found(after, problem.code).length;
      expect(left, `${fix.title}: ${after.text.getText()}`).toBeLessThan(found(before, problem.code).length);
    }
  });

  it('of an error reduces the number of errors', () => {
    for (const { problem, fix, before, after } of everyFix) {
      if (problem.severity !== 'error' || problem.code.startsWith('missing-')) continue;
      expect(errors(after), `${fix.title}: ${after.text.getText()}`).toBeLessThan(errors(before));
    }
  });

  it('of another problem adds no errors', () => {
    for (const { problem, fix, before, after } of everyFix) {
      if (problem.severity === 'error') continue;
      expect(errors(after), `${fix.title}: ${after.text.getText()}`).toBeLessThanOrEqual(errors(before));
    }
  });

  it('that is safe does not change the guest', () => {
    const guestOf = ({ guest, specs }: XlDocument) => ({
      type: guest.type,
      disks: disksOf(specs).map(({ spec }) => spec.fields),
    });
    const safe = everyFix.filter(({ fix }) => fix.safe);
    expect(safe.length).toBeGreaterThan(10);
    for (const { fix, before, after } of safe) expect(guestOf(after), fix.title).toEqual(guestOf(before));
  });

  it('has a title on one line without a full stop, and is the only preferred one of its problem', () => {
    for (const { problem, fix } of everyFix) {
      expect(fix.title).toMatch(/^[A-Z][^\n]*[^.\s]$/);
      expect(problem.fixes?.filter(({ preferred }) => preferred).length ?? 0).toBeLessThanOrEqual(1);
    }
  });

  it('has edits inside the text that do not overlap', () => {
    for (const { fix, before } of everyFix) {
      let at = 0;
      for (const { start, end } of [...fix.edits].sort((a, b) => a.start - b.start)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThanOrEqual(start);
        at = end;
      }
      expect(at).toBeLessThanOrEqual(before.text.getText().length);
    }
  });
});

/** Every problem of every case, of the rule in question and of others. */
const everyProblem: readonly Problem[] = CASES.flatMap(({ fires }) =>
  fires.flatMap(([source, , , circumstances]) => openIn(marked(source).text, circumstances).problems),
);

describe('the message of a problem', () => {
  const messagesOf = (problems: readonly Problem[]): string[] => [
    ...new Set(problems.map(({ message }) => message)),
  ];
  const all = messagesOf(everyProblem);
  const ofErrors = messagesOf(everyProblem.filter(({ severity }) => severity === 'error'));
  const sentences = (message: string): number =>
    message.split(/[.?](?=\s|$)/).filter((one) => one.trim()).length;

  it('has one to three sentences on one line', () => {
    expect(
      all.filter((message) => /\n/.test(message) || sentences(message) > 3 || message.length > 320),
    ).toEqual([]);
  });

  it('says what xl does, for an error', () => {
    expect(ofErrors.filter((message) => !/\b(?:rejects|rejects|crashes|fails)\b/.test(message))).toEqual([]);
  });

  it('says what to do, for an error', () => {
    const advice =
      /\b(?:Write|Use|Add|Set|Remove|Put|Quote|Close|Save|Change|Start|Replace|Convert|Move|Raise|Comment|Did you mean|Example|must be|is written as)\b/;
    expect(ofErrors.filter((message) => !advice.test(message))).toEqual([]);
  });
});

describe('the documentation of a rule', () => {
  it.each(RULES)('$code: the summary is one sentence', ({ summary, details }) => {
    expect(summary).toMatch(/^[\w`][^\n]*\.$/);
    expect(details).toMatch(/(?:\.|```)$/);
  });

  it.each(RULES.map(({ code, severity, details }) => ({ code, severity, details })))(
    '$code: the details say that xl rejects the file if its findings are errors',
    ({ code, severity, details }) => {
      const hasErrors =
        severity === 'error' || everyProblem.some((one) => one.code === code && one.severity === 'error');
      if (hasErrors)
        expect(details).toMatch(/refuse|reject|crashes|fails?|gives up|no guest|not created|xl ends/);
    },
  );

  it('has unique codes of lowercase letters, digits and hyphens', () => {
    const codes = RULES.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[a-z]+(?:-[a-z0-9]+)*$/);
  });
});
