/** Every rule that a file exports is among the rules that are run. One that is neither exported nor run is unused: tsc tells. */

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { FILE_HOST_RULES } from '@xlcfg/shared/src/host/rules/index.ts';
import { RULES } from '@xlcfg/shared/src/rules/index.ts';
import { WORKSPACE_RULES } from '@xlcfg/shared/src/workspace/rules/index.ts';
import { expect, it } from 'vitest';

const shared = path.resolve(import.meta.dirname, '../../..', 'shared/src');

const modulesIn = (folder: string): readonly string[] =>
  readdirSync(path.join(shared, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name));

const isRule = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'code' in value && 'check' in value;

const rulesOf = async (module: string): Promise<readonly unknown[]> => {
  const exported: Record<string, unknown> = await import(path.join(shared, module));
  return Object.values(exported).flat().filter(isRule);
};

const registered: readonly unknown[] = [...RULES, ...WORKSPACE_RULES, ...FILE_HOST_RULES];
const modules = [...modulesIn('rules'), ...modulesIn('workspace/rules'), ...modulesIn('host/rules')];

it.each(modules)('%s exports no rule that is not registered', async (module) => {
  const rules = await rulesOf(module);
  expect(rules.filter((rule) => !registered.includes(rule))).toEqual([]);
});

it('every registered rule is found in its file', async () => {
  const rules = await Promise.all(modules.map(rulesOf));
  expect(new Set(rules.flat())).toEqual(new Set(registered));
});
