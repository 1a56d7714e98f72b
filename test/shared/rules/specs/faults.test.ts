/**
 * What the rules make of the faults that a language of strings finds. The language here is made up: a knob with the
 * parameters `size` and `mode`, and a separator that is a comma.
 */

import type { XlDocument } from '@xlcfg/shared/src/document/document.ts';
import { applyEdits } from '@xlcfg/shared/src/edits/mergeEdits.ts';
import type { SpecEffect, SpecFault, SpecLanguage } from '@xlcfg/shared/src/languages/language.ts';
import type { GuestSpecs } from '@xlcfg/shared/src/model/guestSpecs.ts';
import { guestSpecs } from '@xlcfg/shared/src/model/guestSpecs.ts';
import { type RuleContext, ruleContext } from '@xlcfg/shared/src/rules/rule.ts';
import { specRules } from '@xlcfg/shared/src/rules/specs/faults.ts';
import { nonStringItem } from '@xlcfg/shared/src/rules/specs/nonStringItem.ts';
import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import type { Severity } from '@xlcfg/shared/src/severity.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../../support/documents.ts';
import { mark, marked } from '../../../support/markers.ts';

const LANGUAGE: SpecLanguage = {
  options: ['knob'],
  noun: 'knob',
  shape: 'items',
  separator: ',',
  parameters: [
    {
      name: 'size',
      source: 'knobs.c',
      form: 'value',
      since: '4.1',
      summary: 'How large it is.',
      example: 'size=3',
    },
    {
      name: 'mode',
      source: 'knobs.c',
      form: 'value',
      since: '4.10',
      summary: 'What it does.',
      values: [
        { name: 'push', summary: 'It is pushed.' },
        { name: 'turn', summary: 'It is turned.' },
        { name: 'pull', since: '4.20', summary: 'It is pulled.' },
        { name: 'nothing', internal: true, summary: 'It does nothing.' },
      ],
      deprecated: '`size=`',
    },
  ],
  nonStringItem: 'refused',
  createReader: () => () => [],
};

type Fault = Omit<SpecFault, 'start' | 'end'>;

/** The document with other specs than its own. */
const contextOf = ({ kind, file, guest, settings, text }: XlDocument, specs: GuestSpecs): RuleContext =>
  ruleContext({ kind, file, guest, settings, specs, uri: text.uri });

/** The context of a file with one string, in which «» is around the fault. */
function context(
  source: string,
  fault: Fault,
  xenVersion: XenVersion,
): { text: string; context: RuleContext } {
  const { text, spans } = marked(source);
  const document = open(text, { xenVersion });
  const value = document.file.settings[0]?.value;
  const node = value?.kind === 'list' ? value.items[0] : undefined;
  if (node?.kind !== 'string') throw new Error('a list with a string is wanted');
  const [place = { start: node.content.start, end: node.content.end }] = spans;
  const faults = [{ ...fault, start: place.start - node.content.start, end: place.end - node.content.start }];
  const spec = { text: node.content.text, parts: [], faults, fields: {} };
  return {
    text,
    context: contextOf(document, guestSpecs([{ option: 'knob', language: LANGUAGE, node, spec }], [])),
  };
}

function findingOf(source: string, fault: Fault, xenVersion: XenVersion = '4.22') {
  const { text, context: given } = context(source, fault, xenVersion);
  const findings = specRules.flatMap((rule) =>
    [...rule.check(given)].map((one) => ({ code: rule.code, ...one })),
  );
  const [finding, ...more] = findings;
  if (!finding || more.length > 0) throw new Error('one finding is wanted');
  return { text, finding };
}

describe('severity by the effect of a fault', () => {
  it.each<readonly [effect: SpecEffect, severity: Severity, outcome: RegExp]>([
    ['refused', 'error', /xl rejects the file/],
    ['crashes', 'error', /xl crashes/],
    ['createFails', 'error', /`xl create` fails/],
    ['startFails', 'warning', /the guest does not start/],
    ['ignored', 'warning', /xl ignores it/],
    ['restIgnored', 'warning', /ignores it and all that follows/],
    ['dropped', 'warning', /ignores the device/],
    ['none', 'information', /xl accepts it/],
  ])('%s: %s', (effect, severity, outcome) => {
    const { finding } = findingOf('knob = [ "«foo»=1" ]\n', { kind: 'unknown-key', effect });
    expect(finding.code).toBe('spec-unknown-key');
    expect(finding.severity).toBe(severity);
    expect(finding.message).toMatch(outcome);
  });
});

describe('span and fix', () => {
  it.each<[source: string, fault: Fault, fixed: string | null, xenVersion?: XenVersion]>([
    ['knob = [ "«siez»=1" ]\n', { kind: 'unknown-key', effect: 'ignored' }, 'knob = [ "size=1" ]\n'],
    ['knob = [ "«Size»=1" ]\n', { kind: 'unknown-key', effect: 'ignored' }, 'knob = [ "size=1" ]\n'],
    ['knob = [ "«colour»=1" ]\n', { kind: 'unknown-key', effect: 'ignored' }, null],
    ['knob = [ "«mode»=push" ]\n', { kind: 'unknown-key', effect: 'ignored' }, null, '4.9'],
    // The field goes with its comma, but not the last field of a string.
    ['knob = [ "«colour»=1,size=2" ]\n', { kind: 'unknown-key', effect: 'refused' }, 'knob = [ "size=2" ]\n'],
    [
      'knob = [ "size=2, «colour»=1" ]\n',
      { kind: 'unknown-key', effect: 'refused' },
      'knob = [ "size=2" ]\n',
    ],
    [
      'knob = [ "size=2,«colour»=1,mode=push" ]\n',
      { kind: 'unknown-key', effect: 'refused' },
      'knob = [ "size=2,mode=push" ]\n',
    ],
    [
      'knob = [ "mode=«pusch»" ]\n',
      { kind: 'bad-value', effect: 'refused', parameter: 'mode' },
      'knob = [ "mode=push" ]\n',
    ],
    [
      'knob = [ "mode=«PULL»" ]\n',
      { kind: 'bad-value', effect: 'refused', parameter: 'mode' },
      'knob = [ "mode=pull" ]\n',
    ],
    // Not a word of that release, nor one that is to be offered.
    ['knob = [ "mode=«PULL»" ]\n', { kind: 'bad-value', effect: 'refused', parameter: 'mode' }, null, '4.19'],
    ['knob = [ "mode=«nothng»" ]\n', { kind: 'bad-value', effect: 'refused', parameter: 'mode' }, null],
    ['knob = [ "size=«x»" ]\n', { kind: 'bad-value', effect: 'refused', parameter: 'size' }, null],
    ['knob = [ "«::»" ]\n', { kind: 'bad-form', effect: 'refused' }, null],
    ['knob = [ "size=1,«size=2»" ]\n', { kind: 'repeated', effect: 'none', parameter: 'size' }, null],
    ['knob = [ "«mode=push»" ]\n', { kind: 'deprecated', effect: 'none', parameter: 'mode' }, null],
    ['knob = [ "size=1,«mode=push»" ]\n', { kind: 'conflict', effect: 'dropped' }, null],
    // What is not there is missing in the whole string.
    ['knob = [ «"mode=push"» ]\n', { kind: 'missing-key', effect: 'dropped', parameter: 'size' }, null],
    // A fault that knows its cure goes before the guesses of the rule; quotes are escaped.
    [
      "knob = [ 'size=«siez»' ]\n",
      { kind: 'bad-value', effect: 'refused', parameter: 'size', replacement: { newText: "3'" } },
      "knob = [ 'size=3\\'' ]\n",
    ],
  ])('%j', (source, fault, fixed, xenVersion) => {
    const { text, finding } = findingOf(source, fault, xenVersion);
    expect(mark(text, [finding.span])).toBe(source);
    const fix = finding.fixes?.[0];
    expect(fix ? applyEdits(text, fix.edits) : null).toBe(fixed);
    expect(finding.message).toMatch(/^[^\n]+[.?`]$/);
  });
});

describe('messages', () => {
  it.each<[source: string, fault: Fault, said: RegExp, xenVersion?: XenVersion]>([
    ['knob = [ "«siez»=1" ]\n', { kind: 'unknown-key', effect: 'ignored' }, /Did you mean `size`\?/],
    ['knob = [ "«mode»=1" ]\n', { kind: 'unknown-key', effect: 'ignored' }, /requires Xen 4\.10/, '4.9'],
    [
      'knob = [ "mode=«x»" ]\n',
      { kind: 'bad-value', effect: 'refused', parameter: 'mode' },
      /`push`, `turn` or `pull`/,
    ],
    [
      'knob = [ "mode=«x»" ]\n',
      { kind: 'bad-value', effect: 'refused', parameter: 'mode' },
      /`push` or `turn`/,
      '4.19',
    ],
    [
      'knob = [ "size=«x»" ]\n',
      { kind: 'bad-value', effect: 'refused', parameter: 'size' },
      /Example: `size=3`/,
    ],
    ['knob = [ «"x"» ]\n', { kind: 'missing-key', effect: 'dropped', parameter: 'size' }, /Add `size=`\./],
    ['knob = [ "«mode=x»" ]\n', { kind: 'deprecated', effect: 'none', parameter: 'mode' }, /Use `size=`\./],
    [
      'knob = [ "«x»" ]\n',
      { kind: 'bad-form', effect: 'refused', advice: 'Turn it.' },
      /rejects the file\. Turn it\.$/,
    ],
    ['knob = [ "«x»" ]\n', { kind: 'unknown-key', effect: 'ignored', value: 'other' }, /`other`/],
  ])('%j: %o is %s', (source, fault, said, xenVersion) => {
    expect(findingOf(source, fault, xenVersion).finding.message).toMatch(said);
  });
});

it('safe replacements and deprecated parts are reported as such', () => {
  const replacement = { newText: 'size=3', safe: true };
  const { finding } = findingOf('knob = [ "«mode=push»" ]\n', {
    kind: 'deprecated',
    effect: 'none',
    replacement,
  });
  expect(finding.tag).toBe('deprecated');
  expect(finding.fixes?.[0]).toMatchObject({ safe: true, preferred: true });
});

it('an item that is not a string is reported by its effect in the language', () => {
  const { text, spans } = marked('knob = [ «[ ]», "x", "y" ]\n');
  const document = open(text);
  const value = document.file.settings[0]?.value;
  const node = value?.kind === 'list' ? value.items[0] : undefined;
  if (!node) throw new Error('a list is wanted');
  const severityOf = (effect: SpecLanguage['nonStringItem']) => {
    const language = { ...LANGUAGE, nonStringItem: effect };
    const specs = guestSpecs([], [{ option: 'knob', language, node, following: 2 }]);
    return [...nonStringItem.check(contextOf(document, specs))].map(({ severity, span, message }) => ({
      severity,
      span,
      told: /\b2\b/.test(message),
    }));
  };
  const [span] = spans;
  expect(severityOf('refused')).toEqual([{ severity: 'error', span, told: false }]);
  expect(severityOf('crashes')).toEqual([{ severity: 'error', span, told: false }]);
  expect(severityOf('restDropped')).toEqual([{ severity: 'warning', span, told: true }]);
});

it.each<[text: string, fixed: string | null]>([
  ["disk = [ [ '/a,raw,xvda,rw' ] ]\n", "disk = [ '/a,raw,xvda,rw' ]\n"],
  [
    "disk = [ '/a,raw,xvda,rw', ['/b,raw,xvdb,rw', '/c,raw,xvdc,rw'] ]\n",
    "disk = [ '/a,raw,xvda,rw', '/b,raw,xvdb,rw', '/c,raw,xvdc,rw' ]\n",
  ],
  // What is between the brackets beside strings would be left behind.
  ["disk = [ [ '/a,raw,xvda,rw', ] ]\n", null],
  ["disk = [ [ # the root\n'/a,raw,xvda,rw' ] ]\n", null],
  ['disk = [ [ ] ]\n', null],
  ["vnuma = [ 'pnode=0', 'size=512' ]\n", "vnuma = [ [ 'pnode=0', 'size=512' ] ]\n"],
  ["vnuma = [ [ 'pnode=0' ], 'size=512' ]\n", null],
])('brackets are removed or added in %j', (list, fixed) => {
  const text = `name = "a"\ntype = "hvm"\n${list}`;
  const edits = open(text).problems.flatMap(({ code, fixes = [] }) =>
    code === 'wrong-item' ? fixes.flatMap((fix) => fix.edits) : [],
  );
  expect(edits.length > 0 ? applyEdits(text, edits) : null).toBe(fixed && text.replace(list, fixed));
});
