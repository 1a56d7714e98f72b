import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { junitFormat } from '../../../../server/src/cli/report/junit.ts';
import { GOOD, WITH_FINDINGS } from '../support/guests.ts';
import { reportOn, reportWith, written } from '../support/reporting.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The document element; throws where the text is not well-formed. */
const parseXml = (xml: string): Element => {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  const [document] = root.children;
  if (!document) throw new Error('no element');
  return document;
};

describe('the JUnit XML', () => {
  it('has a suite for each file, in which errors and warnings fail', () => {
    const failures = [{ path: 'x.cfg', message: 'permission denied' }];
    const files = [reportOn('a.cfg', WITH_FINDINGS), reportOn('good.cfg', GOOD)];
    const { name, children } = parseXml(written(junitFormat, files, { failures }));
    expect(name).toBe('testsuites');
    expect(
      children.map((suite) => [suite.attributes, suite.children.map((one) => one.attributes.name)]),
    ).toEqual([
      [
        { name: 'a.cfg', tests: '2', failures: '1', errors: '0' },
        ['disk-deprecated-prefix 4:11', 'unknown-option 5:1'],
      ],
      [{ name: 'good.cfg', tests: '1', failures: '0', errors: '0' }, ['no problems']],
      [{ name: 'x.cfg', tests: '1', failures: '0', errors: '1' }, ['can be read']],
    ]);
    const [note, warning] = children[0]?.children.map((one) => one.children[0]) ?? [];
    expect(note?.name).toBe('system-out');
    expect(warning).toMatchObject({
      name: 'failure',
      attributes: { type: 'warning', message: expect.stringContaining('memroy') },
      text: expect.stringMatching(
        /^a\.cfg:5:1: warning unknown-option: .*\n {2}5 \| memroy = 1\n {4}\| \^{6}\n/,
      ),
    });
    expect(children[2]?.children[0]?.children[0]).toMatchObject({
      name: 'error',
      attributes: { message: 'permission denied' },
    });
  });

  it('has related locations in the text of a test', () => {
    const range = { start: { line: 3, character: 13 }, end: { line: 3, character: 30 } };
    const related = [{ path: 'b c.cfg', range, message: 'The same.' }];
    const [suite] = parseXml(
      written(junitFormat, [reportWith('a.cfg', WITH_FINDINGS, { related })]),
    ).children;
    expect(suite?.children[0]?.children[0]?.text).toMatch(/\n {2}b c\.cfg:4:14: The same\.\n/);
  });

  it('escapes characters that have a meaning in XML', () => {
    const message = 'Say "<a & b>"\nor ]]> \ufffe\x00.';
    const file = reportWith('<&">.cfg', WITH_FINDINGS, { message, severity: 'error' });
    const [suite] = parseXml(written(junitFormat, [file])).children;
    expect(suite?.attributes.name).toBe('<&">.cfg');
    expect(suite?.children[0]?.children[0]?.attributes.message).toBe('Say "<a & b>"\nor ]]> \\ufffe\\x00.');
  });

  it('is well-formed, whatever the names and texts of files', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, name) => {
        const file = reportOn(
          `${name.replace(/\0/g, '')}.cfg`,
          `${WITH_FINDINGS}memroy = "${text}"\n${text}`,
        );
        const [suite] = parseXml(written(junitFormat, [file])).children;
        expect(suite?.children).toHaveLength(file.findings.length);
      }),
    );
  });
});
