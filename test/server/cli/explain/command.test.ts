/** `xlcfg explain` as it is shipped. */
import { describe, expect, it } from 'vitest';
import { run } from '../support/program.ts';

describe.concurrent('xlcfg explain', () => {
  it('renders Markdown for a terminal', async () => {
    const { code, stdout } = await run(['explain', 'tap:aio:/srv/a.img,xvda,w']);
    expect(stdout).toMatch(
      /^ {4}disk = \[ 'tap:aio:\/srv\/a\.img,xvda,w' \]\n\n`tap:` \(deprecated prefix\)\n {4}\S/,
    );
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(90);
    expect(code).toBe(0);
  });

  it('prints Markdown with --markdown', async () => {
    expect((await run(['explain', '--markdown', 'disk', '/a,raw,hda,w'])).stdout).toContain(
      '\n## `hda` (vdev)\n',
    );
  });

  it('reads the output of xl from standard input', async () => {
    const input =
      'Parsing config from a.cfg\nlibxl: error: f: Domain 1:cannot run bootloader with no boot disk\n';
    const { code, stdout } = await run(['explain', '-'], { input });
    expect(stdout).toMatch(/^`?cannot run bootloader with no boot disk`? \(message of libxl\)/);
    expect(stdout).toContain('bootloader-without-disk');
    expect(code).toBe(0);
  });

  it('follows --type, --arch and --xen', async () => {
    expect((await run(['explain', '--arch', 'arm', 'apic = 1'])).stdout).toContain('No effect on Arm');
    expect((await run(['explain', '--type', 'hvm', 'disk', '/a,raw,hda,w'])).stdout).toContain(
      'emulated IDE disk 0',
    );
    expect((await run(['explain', '--xen', '4.1', 'altp2m = "mixed"'])).stdout).toContain('The xl of 4.1');
  });

  it.each([
    [['memroy'], 'error: unknown topic: memroy. Did you mean memory?\n'],
    [['\x1b[2J'], 'error: unknown topic: \\x1b[2J.\n'],
    [[], "error: missing required argument 'TOPIC'\n"],
  ])('rejects %j', async (words, message) => {
    const { code, stdout, stderr } = await run(['explain', ...words]);
    expect(stderr).toBe(`${message}(see xlcfg --help)\n`);
    expect([code, stdout]).toEqual([2, '']);
  });
});
