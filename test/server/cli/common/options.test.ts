/** Options that several commands have, as the shipped command line follows them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../../support/folder.ts';
import { GOOD, NOT_A_GUEST } from '../support/guests.ts';
import { run } from '../support/program.ts';

describe.concurrent('--only-guests', () => {
  it.each(['fix', 'format', 'check'])('makes %s skip named files that are not guests', async (command) => {
    using folder = makeFolder({ 'setup.cfg': NOT_A_GUEST, 'web.cfg': GOOD });
    const args = [command, '--only-guests', 'setup.cfg', 'web.cfg', 'no.cfg'];
    const { stdout, stderr } = await run(args, { cwd: folder.path });
    expect(stdout).toMatch(/1 file /);
    expect(stderr).toBe('xlcfg: no.cfg: no such file or folder\n');
    expect(readFileSync(folder.at('setup.cfg'), 'utf8')).toBe(NOT_A_GUEST);
  });
});
