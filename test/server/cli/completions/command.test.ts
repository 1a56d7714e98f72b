/** `xlcfg completions` as it is shipped. */
import { describe, expect, it } from 'vitest';
import { run } from '../support/program.ts';

describe.concurrent('xlcfg completions', () => {
  it.each(['bash', 'zsh', 'fish'])('prints a script for %s', async (shell) => {
    const { code, stdout } = await run(['completions', shell]);
    expect(stdout).toContain(`printed by: xlcfg completions ${shell}\n`);
    expect(code).toBe(0);
  });

  it('rejects other shells', async () => {
    const { code, stdout, stderr } = await run(['completions', 'csh']);
    expect(stderr).toContain('Allowed choices are bash, zsh, fish');
    expect([code, stdout]).toEqual([2, '']);
  });
});
