import { ALL_RULES } from '@xlcfg/shared';
import { findMessages } from '@xlcfg/shared/src/messages/findMessages.ts';
import { XL_MESSAGES } from '@xlcfg/shared/src/messages/index.ts';
import { FILE_KINDS } from '@xlcfg/shared/src/schema/kinds/index.ts';
import { describe, expect, it } from 'vitest';

/** The message with something in place of each word in braces. */
const printed = (text: string): string =>
  text.replace(/\{(\w+)\}/g, (_, word) => (word === 'number' ? '7' : word === 'option' ? 'memory' : 'some'));

const foundIn = (text: string): string[] => findMessages(text).map(({ message }) => message.text);

const PREFIXES = {
  libxlutil: 'web1.cfg:3: ',
  xl: '',
  libxl: 'libxl: error: libxl_create.c:1054:libxl__domain_config_setdefault: Domain 3:',
} as const;

describe('each known message', () => {
  it.each(XL_MESSAGES)(
    '$program: $text: is found with its prefix, alone and in a log',
    ({ text, program }) => {
      const line = PREFIXES[program] + printed(text);
      expect(foundIn(line)).toEqual([text]);
      expect(foundIn(`Nov 30 18:00:00 dom0 xl[812]: ${line}\r\n`)).toEqual([text]);
    },
  );

  it('has rules that exist, or says itself what it means', () => {
    const codes = new Set(ALL_RULES.map(({ code }) => code));
    const wrong = XL_MESSAGES.filter(({ rules = [], means }) =>
      rules.length === 0 ? means === undefined : rules.some((code) => !codes.has(code)),
    );
    expect(wrong).toEqual([]);
  });

  it('is about an option that exists', () => {
    const { optionByName, xendOptionByName } = FILE_KINDS.guest;
    const options = XL_MESSAGES.flatMap(({ option }) => option ?? []);
    expect(options.filter((name) => !optionByName.has(name) && !xendOptionByName.has(name))).toEqual([]);
  });
});

describe('the output of xl', () => {
  it('is read line by line; what is not known is passed over', () => {
    expect(
      foundIn(
        [
          'Parsing config from web1.cfg',
          'libxl: error: libxl_test.c:1:libxl__test: Domain 1:nothing that is known',
          'libxl: error: libxl_bootloader.c:317:libxl__bootloader_run: Domain 1:cannot run bootloader with no boot disk',
        ].join('\n'),
      ),
    ).toEqual(['Parsing config from {file}', 'cannot run bootloader with no boot disk']);
  });

  it('may add what the system said', () => {
    expect(
      foundIn('libxl: error: libxl_dom.c:1:f: xc_dom_kernel_file failed: No such file or directory'),
    ).toEqual(['xc_dom_kernel_file failed']);
  });

  it('may repeat a string with a line ending', () => {
    const [found] = findMessages(
      "a.cfg: config parsing error in disk specification: unknown parameter: near `foo=\n1' in `vdev=xvda,foo=\n1'",
    );
    expect(found?.words.string).toBe('vdev=xvda,foo=\n1');
  });
});
