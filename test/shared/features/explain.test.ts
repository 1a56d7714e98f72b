import { ALL_RULES, type Explanation, explain } from '@xlcfg/shared';
import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import { OPTIONS } from '@xlcfg/shared/src/schema/index.ts';
import { XEND_OPTIONS } from '@xlcfg/shared/src/schema/options/xend.ts';
import { describe, expect, it } from 'vitest';
import { TEST_SETTINGS } from '../../support/documents.ts';

const pv = { settings: TEST_SETTINGS, guestType: 'pv' } as const;
const hvm = { settings: TEST_SETTINGS, guestType: 'hvm' } as const;

const markdown = (explanation: Explanation): string => {
  if (explanation.kind === 'unknown') throw new Error(`nothing on ${explanation.topic}`);
  return explanation.markdown;
};

/** The headings, without their marks. */
const headings = (text: string): string[] => [...text.matchAll(/^## (.*)$/gm)].map(([, title = '']) => title);

describe('a name', () => {
  it.each(ALL_RULES.map((rule) => rule.code))('the rule %s is explained', (code) => {
    expect(markdown(explain([code], pv))).toMatch(new RegExp(`^\`${code}\` \\(rule, `));
  });

  it.each(OPTIONS.map(({ name }) => name))(
    'the option %s is explained, with all that may be in its strings',
    (name) => {
      const text = markdown(explain([name], pv));
      expect(text.startsWith(`\`${name}\` (`)).toBe(true);
      const language = SPEC_LANGUAGES.find(({ options }) => options.includes(name));
      for (const { name: parameter, experimental } of language?.parameters ?? []) {
        if (experimental === undefined) expect(text).toContain(`- \`${parameter}\`: `);
        else expect(text).toMatch(new RegExp(`- ${experimental} \\(experimental\\): .*\n*$`, 'm'));
      }
    },
  );

  it.each(['vif', 'disk'])('what is experimental in the strings of %s comes last, on one line', (option) => {
    const lines = markdown(explain([option], pv))
      .trim()
      .split('\n');
    expect(lines.filter((line) => line.includes('experimental'))).toEqual([lines.at(-1)]);
    expect(lines.at(-1)).toMatch(new RegExp(`^- COLO .*\`xlcfg explain ${option}\\.`));
  });

  it.each(
    SPEC_LANGUAGES.flatMap(({ options, parameters }) =>
      options.flatMap((option) => parameters.map(({ name }) => `${option}.${name}`)),
    ),
  )('%s, a key in the strings of an option, is explained', (topic) => {
    const [, option = '', name = ''] = /^(\w+)\.(.*)$/.exec(topic) ?? [];
    expect(markdown(explain([topic], pv))).toBe(markdown(explain([option, name], pv)));
    expect(markdown(explain([topic], pv))).toContain(`\`${name}\` (`);
  });

  it.each([
    ['disk.phy:', /^`phy:` \(deprecated prefix\)/],
    ['disk.vdevv', 'disk.vdev'],
    ['vif.MAC', 'vif.mac'],
    ['nothing.mac', null],
  ] as const)('%s, with a point, is explained or answered with what may be meant', (topic, expected) => {
    const explanation = explain([topic], pv);
    if (expected instanceof RegExp) expect(markdown(explanation)).toMatch(expected);
    else expect(explanation).toEqual({ kind: 'unknown', topic, ...(expected ? { near: expected } : {}) });
  });

  it.each(XEND_OPTIONS.map(({ name }) => name))('what to write for %s of xm is told', (name) => {
    expect(markdown(explain([name], pv))).toContain('option of xm');
  });

  it.each<readonly [words: readonly string[], source: string]>([
    [
      ['vcpus'],
      'Source: `parse_config_data` in `xl_parse.c`; `libxl__domain_build_info_setdefault` in `libxl_create.c`.',
    ],
    [['vif', 'rate'], 'Source: `parse_nic_config` in `xl_parse.c`; `xlu_vif_parse_rate` in `libxlu_vif.c`.'],
    [['tap:'], 'Source: `libxlu_disk_l.l`.'],
    [['xend-option'], 'Source: `tools/python/xen/xm/create.py` (Xen 4.4).'],
  ])('%j: the sources are shown only on request', (words, source) => {
    expect(markdown(explain(words, { ...pv, sources: true }))).toContain(source);
    expect(markdown(explain(words, pv))).not.toContain('Source: ');
  });

  it('of an option of another file says which file', () => {
    expect(markdown(explain(['autoballoon'], pv))).toContain('An option of xl.conf.');
  });

  it('that only xm knew comes behind what it means today', () => {
    expect(markdown(explain(['target'], pv))).toMatch(
      /^`target` \(disk: key, or first[\s\S]*`target` \(option of xm\)/,
    );
  });

  it.each<readonly [words: readonly string[], told: RegExp]>([
    [['boot', 'dc'], /`d`: The CD-ROM drive\.\n- `c`: The first hard disk\./],
    [['serial', 'pty'], /`pty` \(serial\)\n\nA terminal of the host/],
    [['usbdevice', 'tablet'], /`tablet` \(usbdevice\)\n\nA pointer/],
    [['viridian', 'base'], /`base` \(viridian\)\n\nThe basic registers/],
    [['cpus', '0-3,^2'], /`\^2` \(cpus\)\n\nNot in the set: A CPU of the host/],
  ])('%j: words of an option are explained one by one', (words, told) => {
    const text = markdown(explain(words, hvm));
    expect(text).toMatch(told);
    expect(text).not.toContain('unknown');
  });

  it('what a release does not read is not refused either', () => {
    const settings = { ...TEST_SETTINGS, xenVersion: '4.17' } as const;
    const words = ['virtio', 'type=virtio,device22,transport=mmio'];
    const told = (version: '4.17' | '4.18') =>
      markdown(explain(words, { ...pv, settings: { ...settings, xenVersion: version } }));
    expect(told('4.17')).toContain('silently ignores it');
    expect(told('4.17')).not.toMatch(/rejects|What xl makes of it/);
    expect(told('4.18')).toContain('What xl makes of it');
  });

  it('of a parameter is found in every language that has it, or in that of one option', () => {
    expect(markdown(explain(['script'], pv))).toMatch(
      /`script` \(disk: key\)[\s\S]*`script` \(network interface/,
    );
    for (const [option, text] of [
      ['vif', '`script` (network interface'],
      ['disk', '`script` (disk: key)'],
    ] as const) {
      const one = markdown(explain([option, 'script'], pv));
      expect(one.startsWith(text)).toBe(true);
      expect(one).not.toContain('\n---\n');
    }
  });

  it.each([
    [['tap:'], /^`tap:` \(deprecated prefix\)/],
    [['xvda'], /^`xvda` \(vdev\)[\s\S]*51712/],
    [['disk', 'vdev'], /^`vdev` \(disk: key, or third/],
  ])('%j is explained', (words, told) => {
    expect(markdown(explain(words, pv))).toMatch(told);
  });

  it.each([
    [['memroy'], 'memory'],
    [['Memory'], 'memory'],
    [['unknown-optoin'], 'unknown-option'],
    [['vfi', 'mac=1'], 'vif'],
    [['qqqqqqqqqqqq'], undefined],
    [[''], undefined],
    [['an apple, a pear'], undefined],
  ])('%j is unknown', (words, near) => {
    expect(explain(words, pv)).toEqual({
      kind: 'unknown',
      topic: words[0],
      ...(near === undefined ? {} : { near }),
    });
  });
});

describe('a string', () => {
  it('of a disk is explained field by field, prefixes too', () => {
    const text = markdown(explain(['tap:aio:/srv/a.img,xvda,w'], pv));
    expect(headings(text)).toEqual([
      '`tap:` (deprecated prefix)',
      '`aio:` (deprecated prefix)',
      '`/srv/a.img` (target)',
      '`xvda` (vdev)',
      '`w` (access)',
      'Together',
      'Problems',
    ]);
    expect(text).toContain('/srv/a.img,raw,xvda,rw');
    expect(text).toContain('- info `disk-deprecated-prefix`: ');
  });

  it('of a network interface has its keys with their values', () => {
    const text = markdown(explain(['vif', 'mac=00:16:3e:00:00:01,bridge=br0,colour=red'], pv));
    expect(headings(text)).toEqual([
      '`mac=00:16:3e:00:00:01` (mac)',
      '`bridge=br0` (bridge)',
      '`colour=red` (unknown)',
      'Together',
      'Problems',
    ]);
  });

  it('is read for a type of guest', () => {
    expect(markdown(explain(['disk', '/dev/vg/a,raw,hda,w'], pv))).toContain('nothing is emulated');
    expect(markdown(explain(['disk', '/dev/vg/a,raw,hda,w'], hvm))).toContain('emulated IDE disk 0');
  });

  it('stands in the list, or the list of lists, that the option wants', () => {
    expect(markdown(explain(['vnuma', 'pnode=0', 'size=512'], pv))).toContain(
      "vnuma = [ [ 'pnode=0', 'size=512' ] ]",
    );
    expect(markdown(explain(['cpus', '0-3'], pv))).toContain("cpus = '0-3'");
    expect(markdown(explain(['cpus', '0', '1'], pv))).toContain("cpus = [ '0', '1' ]");
  });

  it('may have anything in it', () => {
    expect(markdown(explain(['disk', 'it\'s "x"\\,\n\0xvda'], pv))).toContain("it\\'s");
    expect(markdown(explain(['disk', '`[x](command:y)`'], pv))).toContain('``');
  });

  it.each([
    ['mac=00:16:3e:00:00:01', 'vif'],
    ['bridge=br0', 'vif'],
    ['/dev/vg/x,raw,hda,w', 'disk'],
    ['vdev=xvdb,target=/x', 'disk'],
    ['phy:/dev/x,hda,r', 'disk'],
    ['0000:03:00.0', 'pci'],
    ['01:00.0,permissive=1', 'pci'],
    ['type=hostdev,hostbus=1,hostaddr=2', 'usbdev'],
    ['version=2,ports=4', 'usbctrl'],
    ['vnc=1,vnclisten=0.0.0.0', 'vfb'],
    ['connection=pty,name=x', 'channel'],
    ['tag=s,security_model=none,path=/x', 'p9'],
    ['backend=dom2,uuid=1', 'vtpm'],
    ['strategy=host,policy=strict', 'rdm'],
    ['host,tm=0', 'cpuid'],
  ])('without an option, %s is taken for one of %s', (text, option) => {
    expect(markdown(explain([text], pv))).toMatch(new RegExp(`^\`\`\`xlcfg\n${option} = `));
  });

  it('that could be of several options says so', () => {
    expect(markdown(explain(['all,^1'], pv))).toMatch(
      /^Read as a string of `cpus`; it could also be one of `cpus_soft`\./,
    );
  });
});

describe('a line', () => {
  it.each([
    ['on_crash = "restart"', /`restart`/],
    ['memory = 1024', /1 GiB/],
    ["disk = [ '/a,raw,xvda,rw', '/b,raw,xvdb,rw' ]", /`xvdb` \(vdev\)/],
    ["type = 'hvm'", /`hvm`/],
  ])('%s is explained without problems that are not its own', (line, told) => {
    const text = markdown(explain([line], pv));
    expect(text).toMatch(told);
    expect(headings(text)).not.toContain('Problems');
  });

  it('that xl rejects says so', () => {
    expect(markdown(explain(["disk = [ '/a,qcow3,xvda' ]"], pv))).toContain('- error `disk-bad-format`');
    expect(markdown(explain(["disk = [ 'a"], pv))).toContain('- error ');
  });
});

describe('what xl printed', () => {
  it('of a string is explained by what the rules report of that string', () => {
    const text = markdown(
      explain(
        [
          "a.cfg: config parsing error in disk specification: unknown value for format: near `xvda' in `/a,xvda,w'",
        ],
        {
          settings: TEST_SETTINGS,
        },
      ),
    );
    expect(text).toContain("disk = [ '/a,xvda,w' ]");
    expect(text).toMatch(/^- `disk-bad-format`: .*Put `raw`/m);
    expect(text).toMatch(/^Rule `disk-bad-format`: /m);
  });

  it.each([
    ['Unknown on_crash action "restrat" specified', /`bad-value`: .*Did you mean `restart`\?/],
    ['ERROR: invalid value "ofmv" for "bios"', /`bad-value`: .*ovmf/],
    ["unrecognized argument `brige=xenbr0'", /`spec-unknown-key`: .*bridge/],
    [
      "web1.cfg:3: warning: parameter `memory' is not a valid number",
      /Option `memory`: .*\n\nRule `bad-number`/,
    ],
    ['libxl: error: libxl_pci.c:1:f: Domain 3:PCI device 0:3:0.0 is not assignable', /xl pci-assignable-add/],
    [
      'libxl: error: libxl_create.c:1:f: Unable to set domain build info defaults',
      /This only follows from an error on an earlier line/,
    ],
  ])('%s', (printed, told) => {
    expect(markdown(explain([printed], { settings: TEST_SETTINGS }))).toMatch(told);
    expect(markdown(explain(printed.split(' '), { settings: TEST_SETTINGS }))).toMatch(told);
  });

  it('is explained by the causes alone, each once', () => {
    const cause = 'libxl: error: libxl_bootloader.c:1:f: Domain 1:cannot run bootloader with no boot disk\n';
    const text = markdown(
      explain(
        [
          `Parsing config from a.cfg\n${cause}${cause}libxl: error: libxl_create.c:1:f: cannot (re-)build domain: -3`,
        ],
        pv,
      ),
    );
    expect(text.match(/\(message of /g)).toHaveLength(1);
    expect(text).toContain('Rule `bootloader-without-disk`');
  });

  it('and is not known is not taken for a string', () => {
    expect(explain(['libxl: error: libxl_test.c:1:f: something,xvda,w'], pv).kind).toBe('unknown');
  });
});
