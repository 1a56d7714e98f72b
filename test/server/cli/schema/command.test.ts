/** `xlcfg schema` as it is shipped. */
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { run } from '../support/program.ts';

describe('xlcfg schema', () => {
  it('prints JSON that is valid by the JSON schema of the documentation', async () => {
    const [all, described] = await Promise.all([run(['schema']), run(['schema', '--json-schema'])]);
    const page = new URL('../../../../server/docs/knowledge.schema.json', import.meta.url);
    expect(described.stdout).toBe(readFileSync(page, 'utf8'));
    const validate = new Ajv({ strict: true, allErrors: true }).compile(JSON.parse(described.stdout));
    const knowledge = JSON.parse(all.stdout);
    validate(knowledge);
    expect(validate.errors).toBeNull();
    expect(knowledge.options.map(({ name }: { name: string }) => name)).toContain('memory');
    expect([all.code, described.code]).toEqual([0, 0]);
  });
});
