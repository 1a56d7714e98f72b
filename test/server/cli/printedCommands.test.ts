/** Whatever is in files, their names, the configuration and the arguments: nothing that is printed is a command. */
import { describe, expect, it } from 'vitest';
import { FORMAT_NAMES } from '../../../server/src/cli/report/formats.ts';
import { makeFolder } from '../../support/folder.ts';
import { WITH_WARNING } from './support/guests.ts';
import { type Run, run } from './support/program.ts';

/** The commands of a line of a log, as GitHub Actions, Azure Pipelines, TeamCity and GitLab find them. */
const commandsIn = (line: string): string[] =>
  [
    /^\s*::([\w-]+)(?: [^:]*)?::/.exec(line)?.[1],
    /##\[([\w-]+)[^\]]*\]/.exec(line)?.[1],
    /##([\w-]+\[[^\]]*)\]/.exec(line)?.[1],
    /(section_(?:start|end)):\d+:[^\r]*\r\x1b\[0K/.exec(line)?.[1],
  ].filter((command) => command !== undefined);

const allCommands = (output: string): string[] => output.split(/\n|\r(?!\x1b)/).flatMap(commandsIn);

const HOSTILE = [
  '##[stop-commands]x',
  '##vso[task.complete result=Succeeded;]done',
  '::add-mask::e',
  '##teamcity[buildStop]',
  '\x1b]0;title\x07\x9b5m\u202e',
  'section_start:1:a\r\x1b[0K',
];

const inName = (text: string): string => text.replaceAll('/', '').replaceAll('\r', '');

const makeHostileFolder = () => {
  const folder = makeFolder({
    '.xlcfg.json': JSON.stringify(Object.fromEntries(HOSTILE.map((text) => [text, text]))),
  });
  for (const text of HOSTILE) {
    folder.write(
      `${inName(text)}.cfg`,
      [
        `name = "${text.replaceAll('\r', '')}"`,
        'type = "pvh"',
        'kernel = "/k"',
        `::add-path::${text}`,
        `${text} = 1`,
        `memroy = "${text}"`,
        `disk = [ 'tap:aio:/srv/${text},xvda,w', 'x,${text}' ]`,
        '::add-path::/tmp',
        '# ',
        `# ${text}`,
      ].join('\n'),
    );
  }
  return folder;
};

const printed = ({ stdout, stderr }: Run): string => `${stdout}\n${stderr}`;

const expectHarmless = (output: string, allowed: readonly string[] = []): void => {
  expect(allCommands(output).filter((command) => !allowed.includes(command))).toEqual([]);
  expect(output).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
};

describe('the parser of commands in this test', () => {
  it.each([
    ['::warning file=a::b', ['warning']],
    ['text ##[add-mask]a', ['add-mask']],
    ['##vso[task.complete]', ['vso[task.complete']],
    ['section_start:1:a\r\x1b[0K', ['section_start']],
    ['a.cfg:1:1: ##: [a]', []],
  ])('finds those of %j', (line, commands) => {
    expect(allCommands(line)).toEqual(commands);
  });
});

describe.concurrent('nothing that is printed is a command', () => {
  it.each(FORMAT_NAMES)('check --format %s', async (format) => {
    using folder = makeHostileFolder();
    const result = await run(['check', '--format', format, '.', '##[error]missing.cfg'], {
      cwd: folder.path,
    });
    expect(result.code).toBe(2);
    expect(result.stdout.length).toBeGreaterThan(1000);
    // The annotations of the findings themselves.
    const own = format === 'github' ? ['error', 'warning', 'notice'] : [];
    expectHarmless(printed(result), own);
  });

  it('JSON has the values as they are', async () => {
    using folder = makeFolder({ '##[add-mask]a.cfg': WITH_WARNING });
    const { stdout } = await run(['check', '--format', 'json', '.'], { cwd: folder.path });
    expect(JSON.parse(stdout).files[0].path).toBe('##[add-mask]a.cfg');
  });

  it.each([
    ['fix', '--check', '.'],
    ['format', '--check', '.'],
    ['upgrade', '--from', '4.14', '.'],
    ['upgrade', '--from', '4.14', '--format', 'json', '.'],
    ['fix', '.'],
  ])('%s %s %s', async (...args) => {
    using folder = makeHostileFolder();
    const result = await run(args, { cwd: folder.path });
    expect(printed(result).length).toBeGreaterThan(100);
    expectHarmless(printed(result));
  });

  it.each(['fix', 'format'])(
    '%s --diff keeps back what it cannot escape, and prints the rest',
    async (command) => {
      using folder = makeHostileFolder();
      folder.write('.xlcfg.json', '{}');
      folder.write('plain.cfg', `name = "a"\ntype="pvh"\nkernel = "/k"\ndisk = [ 'tap:aio:/a,xvda,w' ]\n`);
      const result = await run([command, '--diff', '.'], { cwd: folder.path });
      expect(result.code).toBe(2);
      expect(result.stderr).toContain(
        'the diff contains text that a terminal or CI server would run as a command',
      );
      expect(result.stdout).toContain('+++ plain.cfg\n');
      expectHarmless(printed(result));
    },
  );

  it.each(HOSTILE)('show and explain: %j', async (text) => {
    using folder = makeFolder();
    const { path: cwd, write } = folder;
    write('a.cfg', `name = "${text.replaceAll('\r', '')}"\ntype = "pvh"\nkernel = "/k"\n`);
    for (const args of [
      ['show', 'a.cfg'],
      ['show', '--origins', 'a.cfg'],
      ['explain', `name = "${text}"`],
      ['explain', '--markdown', 'disk', `${text},raw,xvda,rw`],
      ['explain', text],
    ]) {
      expectHarmless(printed(await run(args, { cwd })));
    }
  });

  it.each(HOSTILE)('errors about arguments: %j', async (text) => {
    using folder = makeFolder();
    const { path: cwd } = folder;
    for (const args of [
      [text],
      [`--${text}`],
      ['check', `--x${text}`],
      ['check', `missing${text}.cfg`],
      ['check', '--rule', `a${text}=off`, '.'],
      ['check', '--rule', `unknown-option=${text}`, '.'],
      ['check', '--xen', text, '.'],
      ['check', '--format', text, '.'],
      ['check', '--max-warnings', text, '.'],
      ['check', '--stdin-filename', `${text}.cfg`, '-'],
      ['format', '--indent', text, '.'],
      ['completions', text],
      ['show', text],
    ]) {
      expectHarmless(printed(await run(args, { cwd, input: 'memroy = 1\n' })));
    }
  });
});
