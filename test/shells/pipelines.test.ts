/** The GitHub Action and the GitLab job, run step by step like the services do, with the package that npm would have. */
import { cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workingTree } from '../support/workingTree.ts';
import { type Registry, startRegistry } from './support/registry.ts';
import { makeSandbox, readYaml, type Sandbox, type ScriptResult } from './support/sandbox.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

const GOOD = 'name = "web"\ntype = "pvh"\nkernel = "/boot/vmlinuz"\nmemory = 512\n';
const BAD = GOOD.replace('pvh', 'xyz');
const WARNED = `${GOOD}memroy = 512\n`;

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

interface Job {
  readonly before_script: readonly string[];
  readonly script: readonly string[];
  readonly after_script: readonly string[];
}

const action = readYaml(readFileSync(path.join(ROOT, 'action.yml'), 'utf8')) as Action;
const page = readFileSync(path.join(ROOT, 'server/docs/ci.md'), 'utf8');
const blocks = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => readYaml(text));

let place: Sandbox;

/** What npm needs to install xlcfg as it is released. */
let registry: Registry;

/** A clone of the current working tree, in the place where GitHub has that of the action. */
beforeAll(async () => {
  place = makeSandbox();
  for (const name of workingTree()) cpSync(path.join(ROOT, name), place.at(`action/${name}`));
  registry = await startRegistry(place.at('packed'));
});
afterAll(() => {
  registry.stop();
  place[Symbol.dispose]();
});

/** npm asks this registry only, and has nothing of it in its cache. */
const npmEnvironment = (): Readonly<Record<string, string>> => ({
  npm_config_registry: registry.url,
  npm_config_cache: place.at('cache'),
});

const EXPRESSION = /\$\{\{ *([^}]*?) *\}\}/g;

describe('the GitHub Action', () => {
  beforeAll(() => {
    const installed = runStep('Install xlcfg', {});
    expect(installed.code, installed.output).toBe(0);
  });

  /** The values of expressions. */
  const evaluated = (text: string, inputs: Readonly<Record<string, string>>): string =>
    text.replace(EXPRESSION, (_, expression: string) => {
      if (expression === 'github.action_path') return place.at('action');
      const name = /^inputs\.([\w-]+)$/.exec(expression)?.[1] ?? '';
      const value = inputs[name] ?? action.inputs[name]?.default;
      if (value === undefined) throw new Error(`unknown expression ${expression}`);
      return value;
    });

  const runStep = (name: string, inputs: Readonly<Record<string, string>>, folder = '.'): ScriptResult => {
    const step = action.runs.steps.find((one) => one.name === name);
    const env = Object.fromEntries(
      Object.entries(step?.env ?? {}).map(([key, value]) => [key, evaluated(value, inputs)]),
    );
    return place.sh(step?.run ?? 'false', { folder, env: { ...npmEnvironment(), ...env } });
  };

  const check = (
    inputs: Readonly<Record<string, string>>,
    files: Readonly<Record<string, string>>,
  ): ScriptResult => {
    place.sh('rm -rf project && mkdir project');
    for (const [name, content] of Object.entries(files)) place.write(`project/${name}`, content);
    return runStep('Check', inputs, 'project');
  };

  test('has only bash steps, without expressions in their scripts', () => {
    expect(action.runs.using).toBe('composite');
    const scripts = action.runs.steps.filter(({ run }) => run !== undefined);
    expect(scripts.length).toBeGreaterThan(1);
    for (const { run = '', shell } of scripts) {
      expect(shell).toBe('bash');
      expect(run).not.toMatch(EXPRESSION);
    }
  });

  test('passes for what xl accepts', () => {
    expect(check({}, { 'web.cfg': GOOD, 'setup.cfg': '[metadata]\n' }).code).toBe(0);
  });

  test('fails for what xl rejects, and annotates the line', () => {
    const { code, output } = check({}, { 'guests/web.cfg': BAD });
    expect(output).toMatch(/^::error file=guests\/web\.cfg,line=2,[^\n]*::/m);
    expect(code).toBe(1);
  });

  test('checks only the given paths, one per line', () => {
    const files = { 'a b/web.cfg': GOOD, 'c.cfg': GOOD.replace('web', 'c'), 'bad.cfg': BAD };
    expect(check({ paths: 'a b\nc.cfg\n' }, files).code).toBe(0);
    expect(check({ paths: 'a b\nbad.cfg\n' }, files).code).toBe(1);
  });

  test('never evaluates its inputs as code', () => {
    const { code, output } = check({ paths: '$(touch made); --help\n"`id`"' }, { 'web.cfg': GOOD });
    expect(code).toBe(2);
    expect(output).toContain('no such file or folder');
    expect(existsSync(place.at('project/made'))).toBe(false);
  });

  test('applies the inputs for warnings and the Xen version', () => {
    expect(check({}, { 'web.cfg': WARNED }).code).toBe(0);
    expect(check({ 'max-warnings': '0' }, { 'web.cfg': WARNED }).code).toBe(1);
    expect(check({ xen: '1.0' }, { 'web.cfg': GOOD }).code).toBe(2);
  });

  test('writes a report for code scanning, even if the job fails', () => {
    expect(check({ sarif: 'out.sarif' }, { 'web.cfg': BAD }).code).toBe(1);
    const report = JSON.parse(readFileSync(place.at('project/out.sarif'), 'utf8'));
    expect(report.version).toBe('2.1.0');
    expect(report.runs[0].results.length).toBeGreaterThan(0);
  });

  test('has the documented inputs', () => {
    const documented = [...page.matchAll(/^\| `([\w-]+)` /gm)].map(([, name]) => name);
    expect(documented).toEqual(Object.keys(action.inputs));
    const workflow = blocks.find((block) => typeof block === 'object' && block !== null && 'jobs' in block);
    const { jobs } = workflow as { readonly jobs: { readonly check: { readonly steps: readonly Step[] } } };
    const used = jobs.check.steps.find(({ uses }) => uses?.includes('/xlcfg@'));
    expect(
      Object.keys((used as { readonly with: object }).with).filter((name) => !documented.includes(name)),
    ).toEqual([]);
  });
});

describe('the GitLab job', () => {
  const found = blocks.find((block) => typeof block === 'object' && block !== null && 'guests' in block);
  const { guests: job } = found as { readonly guests: Job };

  const run = (script: readonly string[]): ScriptResult =>
    place.sh(script.join('\n'), {
      folder: 'project',
      env: npmEnvironment(),
    });

  beforeAll(() => {
    place.sh('rm -rf project && mkdir project');
    const installed = run(job.before_script);
    expect(installed.code, installed.output).toBe(0);
  });

  test('passes for what xl accepts, with a report', () => {
    place.write('project/guests/web.cfg', GOOD);
    const { code, output } = run(job.script);
    expect(output).toContain('0 of 1 file would be formatted');
    expect(code).toBe(0);
    expect(run(job.after_script).code).toBe(0);
    expect(readFileSync(place.at('project/xlcfg.xml'), 'utf8')).toMatch(/^<\?xml /);
  });

  test('fails for what xl rejects, with a report', () => {
    place.write('project/guests/web.cfg', BAD);
    expect(run(job.script).code).toBe(1);
    run(job.after_script);
    expect(readFileSync(place.at('project/xlcfg.xml'), 'utf8')).toContain('<failure');
  });
});

test('npx checks without installing', () => {
  place.write('project/web.cfg', BAD);
  const run = (): ScriptResult =>
    place.sh('npx --yes xlcfg check web.cfg', { folder: 'project', env: npmEnvironment() });
  expect(run()).toMatchObject({ code: 1, output: expect.stringContaining('web.cfg:2') });
});
