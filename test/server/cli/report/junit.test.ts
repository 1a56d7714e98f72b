/** The reports for CI servers: workflow commands of GitHub, and JUnit's XML. */
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { githubFormat } from '../../../../server/src/cli/report/github.ts';
import { junitFormat } from '../../../../server/src/cli/report/junit.ts';
import { checked, reportOf } from '../support/reporting.ts';

/** A note in line 4, a warning in line 5. */
const OLD = 'name = "a"\ntype = "pvh"\nkernel = "/k"\ndisk = [ \'tap:aio:/a.img,xvda,w\' ]\nmemroy = 1\n';
const GOOD = 'name = "b"\ntype = "pvh"\nkernel = "/k"\n';
const BAD = 'name = "b"\nkernel = "/k"\ntype = "xyz"\n';

const [problem] = checked('a.cfg', OLD).problems;
if (!problem) throw new Error('nothing was found');

describe('workflow commands', () => {
  it('name the place from the root of the repository', () => {
    const lines = reportOf(githubFormat, [checked('a.cfg', OLD), checked('b.cfg', BAD)]).split('\n');
    expect(lines).toEqual([
      expect.stringMatching(
        /^::notice file=guests\/a\.cfg,line=4,endLine=4,col=11,endColumn=19,title=disk-deprecated-prefix::\S/,
      ),
      expect.stringMatching(
        /^::warning file=guests\/a\.cfg,line=5,endLine=5,col=1,endColumn=7,title=unknown-option::\S/,
      ),
      expect.stringMatching(/^::error file=guests\/b\.cfg,line=3,endLine=3,col=8,endColumn=13,title=\S+::\S/),
      expect.stringMatching(/^2 files checked: 1 error, 1 warning, 1 note/),
      '',
    ]);
  });

  it('have no columns over several lines', () => {
    const file = {
      ...checked('a.cfg', OLD),
      problems: [{ ...problem, span: { start: 0, end: OLD.length } }],
    };
    expect(reportOf(githubFormat, [file])).toMatch(/^::notice file=guests\/a\.cfg,line=1,endLine=6,title=/);
  });

  it('end neither early nor begin others, whatever a file is called and says', () => {
    const message = '100% bad,\r\n::error::x';
    const file = { ...checked('a:b,c%.cfg', OLD), problems: [{ ...problem, message }] };
    expect(reportOf(githubFormat, [file]).split('\n')[0]).toBe(
      '::notice file=guests/a%3Ab%2Cc%25.cfg,line=4,endLine=4,col=11,endColumn=19,' +
        'title=disk-deprecated-prefix::100%25 bad,\\x0d%0A::error::x',
    );
  });

  it('are one a problem and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const file = checked('a.cfg', `${OLD}memroy = "${text}"`);
        const lines = reportOf(githubFormat, [file]).split('\n');
        expect(lines.filter((line) => /^::(?:error|warning|notice) file=/.test(line))).toHaveLength(
          file.problems.length,
        );
        expect(lines).toHaveLength(file.problems.length + 2);
      }),
    );
  });

  it('tell of files that were not read, and of standard input without a name', () => {
    const failures = [{ path: 'x.cfg', message: 'permission denied' }];
    const report = reportOf(githubFormat, [checked('-', BAD)], { failures });
    expect(report).toMatch(/^::error line=3,/);
    expect(report).toContain('\n::error title=xlcfg::x.cfg: permission denied\n');
  });
});

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

describe('the XML of JUnit', () => {
  it('has a suite a file: what is wrong fails, what is told passes', () => {
    const failures = [{ path: 'x.cfg', message: 'permission denied' }];
    const files = [checked('a.cfg', OLD), checked('good.cfg', GOOD)];
    const { name, children } = parseXml(reportOf(junitFormat, files, { failures }));
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

  it('says what files are called and say, with signs that XML has a meaning for', () => {
    const message = 'Say "<a & b>"\nor ]]> \ufffe\x00.';
    const file = {
      ...checked('<&">.cfg', OLD),
      problems: [{ ...problem, message, severity: 'error' as const }],
    };
    const [suite] = parseXml(reportOf(junitFormat, [file])).children;
    expect(suite?.attributes.name).toBe('<&">.cfg');
    expect(suite?.children[0]?.children[0]?.attributes.message).toBe('Say "<a & b>"\nor ]]> \\ufffe\\x00.');
  });

  it('is well-formed whatever files are called and say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, name) => {
        const file = checked(`${name.replace(/\0/g, '')}.cfg`, `${OLD}memroy = "${text}"\n${text}`);
        const [suite] = parseXml(reportOf(junitFormat, [file])).children;
        expect(suite?.children).toHaveLength(file.problems.length);
      }),
    );
  });
});
